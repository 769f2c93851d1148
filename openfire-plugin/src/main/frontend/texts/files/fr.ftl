files-choose = Joindre un fichier
files-sending = Envoi de { $name }…
files-kind = Un fichier de ce type ne peut pas être envoyé ici. Ceux-ci le peuvent : { $endings }
files-size = Le fichier est trop gros : { NUMBER($megabytes, maximumFractionDigits: 1) } Mo au plus.
files-failed = Le fichier n’a pas pu être envoyé. Veuillez réessayer.
