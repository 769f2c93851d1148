board-title = Samordnarens tavla – { $library }
board-views = Vyer
board-log-out = Logga ut
board-no-coordinator = Det här kontot är inte en samordnares. Be den som sköter servern att lägga det i samordnarnas grupp, eller logga in med ett annat konto.
board-not-answered = Disken har inte svarat. Försök igen när förbindelsen är tillbaka.
board-loading = Hämtar …
board-as-of = Läget kl. { $time }
board-save = Spara som CSV
board-services = Tjänster
board-duty = I tjänst
board-coverage = Täckning
board-now = Väntande och pågående
board-statistics = Statistik
board-service = Tjänst
board-address = Adress
board-staff = Bemannas av
board-open = Öppet
board-parent = Går vidare till
board-actions = Åtgärder
board-none = Det finns ingen tjänst.
board-new = Ny tjänst
board-change = Ändra
board-change-of = Ändra { $name }
board-close = Lägg ned
board-close-of = Lägg ned { $name }
board-consent = Svara andras tjänster
board-staffing = Vem bemannar vad
board-preview = Förhandsgranska
board-keep = Spara så här
board-operator = Bibliotekarie
board-library = Bibliotek
board-load = Samtal
board-load-of = { $load } av { $capacity }
board-state = Läge
board-free = Ledig
board-full = Fullt upp
board-pauses = Paus
board-languages = Språk
board-subjects = Ämnen
board-filter = Visa bara
board-duty-count = { $count ->
    [one] { $count } bibliotekarie i tjänst
   *[other] { $count } bibliotekarier i tjänst
}
board-nobody = Ingen är i tjänst.
board-nobody-at = Ingen är i tjänst för:
board-waiting = { $count ->
    [0] Ingen fråga väntar
    [one] { $count } fråga väntar
   *[other] { $count } frågor väntar
}
board-waiting-list = Frågor som väntar
board-nothing-waits = Ingen behöver vänta just nu.
board-question = Fråga
board-from = Från
board-waits = Har väntat, min:s
board-needs = Kräver
board-about = Gäller
board-rings = Ringer hos
board-assign = Tilldela
board-assign-of = { board-assign }: fråga { $name }
board-up = Skicka uppåt
board-up-of = { board-up }: fråga { $name }
board-running = Pågående samtal
board-running-list = Samtal som andra bibliotek visar
board-nothing-shown = Inget samtal som visas pågår nu.
board-session = Samtal
board-minutes = Minuter
board-lines = Rader
board-join = Gå med
board-join-of = { board-join } som rådgivare: { $name }
board-coverage-how = Så många bibliotekarier arbetar under varje timme den här veckan, enligt arbetstiderna i deras profiler.
board-gap = Ingen arbetar
board-at-work = Så många arbetar
board-closed-hour = Tjänsten är stängd
board-needed = Vad tjänsten kräver
board-known = Vad dess bibliotekarier kan därutöver
board-all-needed = Allt som krävs
board-people = { $count ->
    [one] { $count } bibliotekarie.
   *[other] { $count } bibliotekarier.
}
board-without-hours = Utan arbetstider: { $count }.
board-gaps = { $count ->
    [0] Någon under varje öppen timme.
    [one] { $count } öppen timme utan någon.
   *[other] { $count } öppna timmar utan någon.
}
board-side = Gäller
board-side-patrons = Besökare som skrev till den här
board-side-room = Personalrummet, vem som än frågar
board-by = Per
board-by-day = Dag
board-by-hour = Timme
board-first-day = Första dagen
board-last-day = Sista dagen
board-time = Tid
board-volume = Antal frågor
board-questions = Frågor
board-answered = Besvarade
board-not-answered-in-time = Inte i tid, eller avbrutna
board-in-time-not = Inte i tid
board-left = Avbrutna
board-transfers = Överlämningar
board-wait = Väntetid, min:s
board-median = Hälften väntade högst
board-most = Nio av tio väntade högst
board-nothing-happened = Ingen frågade under den tiden.
board-nobody-waited = Ingen fick svar under den tiden.
board-ratings = Vad låntagarna tyckte
board-ratings-mean = { $count ->
    [one] En låntagare
   *[other] { NUMBER($count) } låntagare
 } sade hur det var: i snitt { NUMBER($mean, maximumFractionDigits: 1) } av 5.
board-stars = Stjärnor, 1 till 5
board-words = Med deras ord
board-answered-by = Besvarades av
board-ratings-none = Ingen låntagare har sagt hur det var.
