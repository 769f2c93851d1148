# Sending a file, for patrons and operators.
files-choose = Attach a file
files-sending = Sending { $name } …
files-kind = A file of this kind can’t be sent here. These can: { $endings }
files-size = The file is too large: at most { NUMBER($megabytes, maximumFractionDigits: 1) } MB can be sent.
files-failed = The file could not be sent. Please try again.
