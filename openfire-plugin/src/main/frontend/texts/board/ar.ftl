board-title = لوحة المنسّق – { $library }
board-views = العروض
board-log-out = تسجيل الخروج
board-no-coordinator = هذا الحساب ليس لمنسّق. اطلب من مسؤول الخادم إضافته إلى مجموعة المنسّقين، أو سجّل الدخول بحساب آخر.
board-not-answered = لم يُجب المكتب. أعد المحاولة عندما يعود الاتصال.
board-loading = جارٍ التحميل …
board-as-of = الحالة عند { $time }
board-save = حفظ بصيغة CSV
board-services = الخدمات
board-duty = المناوبون
board-coverage = التغطية
board-now = المنتظر والجاري
board-statistics = الإحصاءات
board-service = الخدمة
board-address = العنوان
board-staff = العاملون من
board-open = أوقات العمل
board-parent = تُرفع إلى
board-actions = الإجراءات
board-none = لا توجد خدمات.
board-new = خدمة جديدة
board-change = تعديل
board-change-of = تعديل { $name }
board-close = إغلاق
board-close-of = إغلاق { $name }
board-consent = الرد على خدمات الآخرين
board-staffing = من يعمل وأين
board-preview = معاينة
board-keep = الحفظ كما هي
board-operator = أمين المكتبة
board-library = المكتبة
board-load = المحادثات
board-load-of = { $load } من { $capacity }
board-state = الحالة
board-free = متاح
board-full = مشغول تمامًا
board-pauses = في استراحة
board-languages = اللغات
board-subjects = الموضوعات
board-filter = عرض فقط
board-duty-count = { $count ->
    [one] مناوب واحد ({ $count })
    [two] مناوبان ({ $count })
    [few] { $count } مناوبين
   *[other] { $count } مناوبًا
}
board-nobody = لا أحد مناوب.
board-nobody-at = لا أحد مناوب في:
board-waiting = { $count ->
    [0] لا سؤال ينتظر
    [one] سؤال واحد ينتظر ({ $count })
    [two] سؤالان ينتظران ({ $count })
    [few] { $count } أسئلة تنتظر
   *[other] { $count } سؤالًا ينتظر
}
board-waiting-list = الأسئلة المنتظرة
board-nothing-waits = لا أحد ينتظر الآن.
board-question = السؤال
board-from = من
board-waits = مدة الانتظار، د:ث
board-needs = يتطلب
board-about = عن
board-rings = يرنّ عند
board-assign = إسناد
board-assign-of = { board-assign }: السؤال { $name }
board-up = رفع
board-up-of = { board-up }: السؤال { $name }
board-running = المحادثات الجارية
board-running-list = المحادثات التي تعرضها المكتبات الأخرى
board-nothing-shown = لا توجد محادثة معروضة جارية الآن.
board-session = المحادثة
board-minutes = الدقائق
board-lines = الأسطر
board-join = انضمام
board-join-of = { board-join } مستشارًا: { $name }
board-coverage-how = عدد أمناء المكتبة الموجودين في العمل في كل ساعة من هذا الأسبوع، وفق ساعات العمل في ملفاتهم.
board-gap = لا أحد في العمل
board-at-work = عدد الموجودين في العمل
board-closed-hour = الخدمة مغلقة
board-needed = ما تتطلبه الخدمة
board-known = ما يعرفه العاملون فيها سوى ذلك
board-all-needed = كل ما هو مطلوب
board-people = أمناء المكتبة: { $count }.
board-without-hours = بلا ساعات عمل: { $count }.
board-gaps = { $count ->
    [0] يوجد أحد في كل ساعة عمل.
   *[other] ساعات عمل بلا أحد: { $count }.
}
board-side = عن
board-side-patrons = المستفيدين الذين كتبوا إليها هنا
board-side-room = غرفة العاملين فيها، أيًّا كان السائل
board-by = حسب
board-by-day = اليوم
board-by-hour = الساعة
board-first-day = أول يوم
board-last-day = آخر يوم
board-time = الوقت
board-volume = عدد الأسئلة
board-questions = الأسئلة
board-answered = المُجاب عنها
board-not-answered-in-time = ليس في الوقت، أو متروكة
board-in-time-not = ليس في الوقت
board-left = متروكة
board-transfers = التحويلات
board-wait = مدة الانتظار، د:ث
board-median = انتظر النصف على الأكثر
board-most = انتظر تسعة من عشرة على الأكثر
board-nothing-happened = لم يسأل أحد في هذه المدة.
board-nobody-waited = لم يُجَب أحد في هذه المدة.
board-ratings = رأي الروّاد
board-ratings-mean = { $count ->
    [one] أبدى رائد واحد رأيه
   *[other] أبدى روّاد رأيهم ({ NUMBER($count) })
 }: المتوسط { NUMBER($mean, maximumFractionDigits: 1) } من 5.
board-stars = النجوم من 1 إلى 5
board-words = بكلماتهم
board-answered-by = أجاب
board-ratings-none = لم يُبدِ أي رائد رأيه.
