ask-write = Skriv din fråga
