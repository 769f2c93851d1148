ask-write = Escriba su pregunta
