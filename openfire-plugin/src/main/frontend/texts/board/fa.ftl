board-title = تابلوی هماهنگ‌کننده – { $library }
board-views = نماها
board-log-out = خروج
board-no-coordinator = این حساب از آنِ هماهنگ‌کننده نیست. از مسئول سرور بخواهید آن را به گروه هماهنگ‌کننده‌ها بیفزاید، یا با حساب دیگری وارد شوید.
board-not-answered = میز پاسخ نداده است. وقتی اتصال برگشت دوباره تلاش کنید.
board-loading = در حال دریافت …
board-as-of = وضعیت در ساعت { $time }
board-save = ذخیره به‌صورت CSV
board-services = خدمات
board-duty = حاضران
board-coverage = پوشش
board-now = در انتظار و در جریان
board-statistics = آمار
board-service = خدمت
board-address = نشانی
board-staff = کارکنان از
board-open = ساعت کار
board-parent = ارجاع به
board-actions = اقدام
board-none = هیچ خدمتی نیست.
board-new = خدمت تازه
board-change = تغییر
board-change-of = تغییر { $name }
board-close = بستن
board-close-of = بستن { $name }
board-consent = پاسخ به خدمات دیگران
board-staffing = چه کسی در کجا کار می‌کند
board-preview = پیش‌نمایش
board-keep = همین‌طور ذخیره شود
board-operator = کتابدار
board-library = کتابخانه
board-load = گفت‌وگوها
board-load-of = { $load } از { $capacity }
board-state = وضعیت
board-free = آزاد
board-full = پر
board-pauses = در استراحت
board-languages = زبان‌ها
board-subjects = موضوع‌ها
board-filter = نمایش تنها
board-duty-count = { $count ->
    [one] { $count } کتابدار حاضر است
   *[other] { $count } کتابدار حاضرند
}
board-nobody = هیچ‌کس حاضر نیست.
board-nobody-at = هیچ‌کس حاضر نیست در:
board-waiting = { $count ->
    [0] پرسشی در انتظار نیست
    [one] { $count } پرسش در انتظار است
   *[other] { $count } پرسش در انتظارند
}
board-waiting-list = پرسش‌های در انتظار
board-nothing-waits = اکنون کسی منتظر نیست.
board-question = پرسش
board-from = از
board-waits = انتظار، دقیقه:ثانیه
board-needs = نیازمند
board-about = دربارهٔ
board-rings = زنگ نزد
board-assign = سپردن
board-assign-of = { board-assign }: پرسش { $name }
board-up = فرستادن به بالا
board-up-of = { board-up }: پرسش { $name }
board-running = گفت‌وگوهای در جریان
board-running-list = گفت‌وگوهایی که کتابخانه‌های دیگر نشان می‌دهند
board-nothing-shown = گفت‌وگویی که نشان داده شود در جریان نیست.
board-session = گفت‌وگو
board-minutes = دقیقه
board-lines = سطر
board-join = پیوستن
board-join-of = { board-join } به‌عنوان مشاور: { $name }
board-coverage-how = شمار کتابدارانی که در هر ساعت این هفته سر کارند، بر پایهٔ ساعت کارِ نوشته‌شده در نمایه‌هایشان.
board-gap = هیچ‌کس سر کار نیست
board-at-work = شمار افراد سر کار
board-closed-hour = خدمت بسته است
board-needed = آنچه خدمت نیاز دارد
board-known = آنچه کتابدارانش جز آن می‌دانند
board-all-needed = همهٔ آنچه لازم است
board-people = { $count ->
    [one] { $count } کتابدار.
   *[other] { $count } کتابدار.
}
board-without-hours = بی ساعت کار: { $count }.
board-gaps = { $count ->
    [0] در هر ساعتِ باز کسی هست.
    [one] { $count } ساعتِ باز بدون هیچ‌کس.
   *[other] { $count } ساعتِ باز بدون هیچ‌کس.
}
board-side = دربارهٔ
board-side-patrons = مراجعانی که همین‌جا به آن نوشتند
board-side-room = اتاق کارکنانش، هر که بپرسد
board-by = به تفکیک
board-by-day = روز
board-by-hour = ساعت
board-first-day = نخستین روز
board-last-day = واپسین روز
board-time = زمان
board-volume = شمار پرسش‌ها
board-questions = پرسش‌ها
board-answered = پاسخ‌داده‌شده
board-not-answered-in-time = نه به‌هنگام، یا رهاشده
board-in-time-not = نه به‌هنگام
board-left = رهاشده
board-transfers = واگذاری‌ها
board-wait = زمان انتظار، دقیقه:ثانیه
board-median = نیمی حداکثر منتظر ماندند
board-most = نه نفر از ده حداکثر منتظر ماندند
board-nothing-happened = در این زمان کسی نپرسید.
board-nobody-waited = در این زمان به کسی پاسخ داده نشد.
board-ratings = نظر مراجعان
board-ratings-mean = { $count ->
    [one] یک مراجع
   *[other] { NUMBER($count) } مراجع
 } گفته‌اند چطور بود: میانگین { NUMBER($mean, maximumFractionDigits: 1) } از ۵.
board-stars = ستاره‌ها، ۱ تا ۵
board-words = به گفتهٔ خودشان
board-answered-by = پاسخ‌دهنده
board-ratings-none = هیچ مراجعی نگفته است چطور بود.
