ask-write = اكتب سؤالك
