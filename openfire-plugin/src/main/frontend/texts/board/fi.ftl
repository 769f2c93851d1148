board-title = Koordinaattorin taulu – { $library }
board-views = Näkymät
board-log-out = Kirjaudu ulos
board-no-coordinator = Tämä tili ei ole koordinaattorin. Pyydä palvelimen ylläpitäjää lisäämään se koordinaattorien ryhmään tai kirjaudu toisella tilillä.
board-not-answered = Neuvontapiste ei ole vastannut. Yritä uudelleen, kun yhteys on palannut.
board-loading = Haetaan …
board-as-of = Tilanne klo { $time }
board-save = Tallenna CSV-tiedostona
board-services = Palvelut
board-duty = Päivystäjät
board-coverage = Kattavuus
board-now = Odottavat ja käynnissä olevat
board-statistics = Tilastot
board-service = Palvelu
board-address = Osoite
board-staff = Päivystävät kirjastot
board-open = Auki
board-parent = Siirtyy palveluun
board-actions = Toimet
board-none = Palveluja ei ole.
board-new = Uusi palvelu
board-change = Muuta
board-change-of = Muuta: { $name }
board-close = Lopeta
board-close-of = Lopeta: { $name }
board-consent = Vastaa muiden palveluille
board-staffing = Kuka päivystää missä
board-preview = Esikatsele
board-keep = Tallenna näin
board-operator = Päivystäjä
board-library = Kirjasto
board-load = Keskustelut
board-load-of = { $load } / { $capacity }
board-state = Tila
board-free = Vapaa
board-full = Täynnä
board-pauses = Tauolla
board-languages = Kielet
board-subjects = Aiheet
board-filter = Näytä vain
board-duty-count = { $count ->
    [one] { $count } päivystäjä paikalla
   *[other] { $count } päivystäjää paikalla
}
board-nobody = Kukaan ei päivystä.
board-nobody-at = Kukaan ei päivystä palvelussa:
board-waiting = { $count ->
    [0] Yksikään kysymys ei odota
    [one] { $count } kysymys odottaa
   *[other] { $count } kysymystä odottaa
}
board-waiting-list = Odottavat kysymykset
board-nothing-waits = Kenenkään ei tarvitse odottaa juuri nyt.
board-question = Kysymys
board-from = Mistä
board-waits = Odottanut, min:s
board-needs = Edellyttää
board-about = Aihe
board-rings = Soi päivystäjällä
board-assign = Osoita
board-assign-of = { board-assign }: kysymys { $name }
board-up = Lähetä ylöspäin
board-up-of = { board-up }: kysymys { $name }
board-running = Käynnissä olevat keskustelut
board-running-list = Keskustelut, jotka muut kirjastot näyttävät
board-nothing-shown = Näytettäviä keskusteluja ei ole käynnissä.
board-session = Keskustelu
board-minutes = Minuuttia
board-lines = Riviä
board-join = Liity
board-join-of = { board-join } neuvonantajaksi: { $name }
board-coverage-how = Näin monta päivystäjää on työssä tämän viikon kunakin tuntina profiileissa ilmoitettujen työaikojen mukaan.
board-gap = Kukaan ei ole työssä
board-at-work = Näin monta työssä
board-closed-hour = Palvelu on suljettu
board-needed = Mitä palvelu edellyttää
board-known = Mitä muuta sen päivystäjät osaavat
board-all-needed = Kaikki edellytykset
board-people = { $count ->
    [one] { $count } päivystäjä.
   *[other] { $count } päivystäjää.
}
board-without-hours = Ilman työaikoja: { $count }.
board-gaps = { $count ->
    [0] Joku jokaisena aukiolotuntina.
    [one] { $count } aukiolotunti ilman ketään.
   *[other] { $count } aukiolotuntia ilman ketään.
}
board-side = Koskee
board-side-patrons = Asiakkaita, jotka kirjoittivat sille täällä
board-side-room = Sen päivystyshuonetta, kysyipä kuka tahansa
board-by = Jaksotus
board-by-day = Päivä
board-by-hour = Tunti
board-first-day = Ensimmäinen päivä
board-last-day = Viimeinen päivä
board-time = Aika
board-volume = Kysymysten määrä
board-questions = Kysymykset
board-answered = Vastatut
board-not-answered-in-time = Ei ajoissa tai keskeytynyt
board-in-time-not = Ei ajoissa
board-left = Keskeytynyt
board-transfers = Siirrot
board-wait = Odotusaika, min:s
board-median = Puolet odotti enintään
board-most = Yhdeksän kymmenestä odotti enintään
board-nothing-happened = Kukaan ei kysynyt tänä aikana.
board-nobody-waited = Kukaan ei saanut vastausta tänä aikana.
board-ratings = Mitä asiakkaat pitivät
board-ratings-mean = { $count ->
    [one] Yksi asiakas
   *[other] { NUMBER($count) } asiakasta
 } kertoi, millaista se oli: keskimäärin { NUMBER($mean, maximumFractionDigits: 1) } / 5.
board-stars = Tähdet, 1–5
board-words = Heidän sanoin
board-answered-by = Vastasi
board-ratings-none = Kukaan asiakas ei ole kertonut, millaista se oli.
