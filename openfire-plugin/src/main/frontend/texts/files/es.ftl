files-choose = Adjuntar un archivo
files-sending = Enviando { $name }…
files-kind = Aquí no se puede enviar un archivo de este tipo. Se pueden enviar: { $endings }
files-size = El archivo es demasiado grande: se pueden enviar { NUMBER($megabytes, maximumFractionDigits: 1) } MB como máximo.
files-failed = No se pudo enviar el archivo. Inténtelo de nuevo.
