files-choose = Liitä tiedosto
files-sending = Lähetetään { $name } …
files-kind = Tällaista tiedostoa ei voi lähettää tässä. Nämä voi: { $endings }
files-size = Tiedosto on liian suuri: enintään { NUMBER($megabytes, maximumFractionDigits: 1) } Mt voidaan lähettää.
files-failed = Tiedostoa ei voitu lähettää. Yritä uudelleen.
