ask-write = Écrivez votre question
