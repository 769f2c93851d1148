files-choose = پیوست کردن پرونده
files-sending = در حال فرستادن { $name } …
files-kind = چنین پرونده‌ای را نمی‌توان اینجا فرستاد. این‌ها را می‌توان: { $endings }
files-size = پرونده بزرگ است: حداکثر { NUMBER($megabytes, maximumFractionDigits: 1) } مگابایت می‌توان فرستاد.
files-failed = پرونده فرستاده نشد. دوباره تلاش کنید.
