files-choose = إرفاق ملف
files-sending = جارٍ إرسال { $name } …
files-kind = لا يمكن إرسال ملف من هذا النوع هنا. يمكن إرسال: { $endings }
files-size = الملف كبير جدًا: يمكن إرسال { NUMBER($megabytes, maximumFractionDigits: 1) } ميغابايت على الأكثر.
files-failed = تعذّر إرسال الملف. حاول مرة أخرى.
