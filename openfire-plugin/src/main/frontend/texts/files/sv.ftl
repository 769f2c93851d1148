files-choose = Bifoga en fil
files-sending = Skickar { $name } …
files-kind = En sådan fil kan inte skickas här. De här går bra: { $endings }
files-size = Filen är för stor: högst { NUMBER($megabytes, maximumFractionDigits: 1) } MB kan skickas.
files-failed = Filen kunde inte skickas. Försök igen.
