board-title = Tableau de coordination – { $library }
board-views = Vues
board-log-out = Se déconnecter
board-no-coordinator = Ce compte n’est pas celui d’un coordinateur. Demandez à qui gère le serveur de l’ajouter au groupe des coordinateurs, ou connectez-vous avec un autre compte.
board-not-answered = Le bureau n’a pas répondu. Réessayez quand la connexion sera rétablie.
board-loading = Chargement…
board-as-of = Situation à { $time }
board-save = Enregistrer en CSV
board-services = Services
board-duty = De permanence
board-coverage = Couverture
board-now = En attente et en cours
board-statistics = Statistiques
board-service = Service
board-address = Adresse
board-staff = Assuré par
board-open = Ouvert
board-parent = Remonte vers
board-actions = Actions
board-none = Il n’y a aucun service.
board-new = Nouveau service
board-change = Modifier
board-change-of = Modifier { $name }
board-close = Fermer
board-close-of = Fermer { $name }
board-consent = Répondre aux services d’autrui
board-staffing = Qui assure quoi
board-preview = Aperçu
board-keep = Enregistrer ainsi
board-operator = Bibliothécaire
board-library = Bibliothèque
board-load = Conversations
board-load-of = { $load } sur { $capacity }
board-state = État
board-free = Libre
board-full = Complet
board-pauses = En pause
board-languages = Langues
board-subjects = Sujets
board-filter = N’afficher que
board-duty-count = { $count ->
    [one] { $count } bibliothécaire de permanence
   *[other] { $count } bibliothécaires de permanence
}
board-nobody = Personne n’est de permanence.
board-nobody-at = Personne n’est de permanence pour :
board-waiting = { $count ->
    [0] Aucune question n’attend
    [one] { $count } question attend
   *[other] { $count } questions attendent
}
board-waiting-list = Questions en attente
board-nothing-waits = Personne n’a à attendre en ce moment.
board-question = Question
board-from = De
board-waits = Attente, min:s
board-needs = Demande
board-about = Objet
board-rings = Sonne chez
board-assign = Attribuer
board-assign-of = { board-assign }: question { $name }
board-up = Faire remonter
board-up-of = { board-up }: question { $name }
board-running = Conversations en cours
board-running-list = Conversations que d’autres bibliothèques montrent
board-nothing-shown = Aucune conversation visible n’est en cours.
board-session = Conversation
board-minutes = Minutes
board-lines = Lignes
board-join = Rejoindre
board-join-of = { board-join } comme conseil: { $name }
board-coverage-how = Combien de bibliothécaires travaillent à chaque heure de cette semaine, d’après les horaires de leurs profils.
board-gap = Personne au travail
board-at-work = Nombre au travail
board-closed-hour = Service fermé
board-needed = Ce que le service demande
board-known = Ce que ses bibliothécaires savent d’autre
board-all-needed = Tout ce qui est demandé
board-people = { $count ->
    [one] { $count } bibliothécaire.
   *[other] { $count } bibliothécaires.
}
board-without-hours = Sans horaires : { $count }.
board-gaps = { $count ->
    [0] Quelqu’un à chaque heure d’ouverture.
    [one] { $count } heure d’ouverture sans personne.
   *[other] { $count } heures d’ouverture sans personne.
}
board-side = À propos de
board-side-patrons = Usagers qui lui ont écrit ici
board-side-room = Sa salle du personnel, d’où que vienne la question
board-by = Par
board-by-day = Jour
board-by-hour = Heure
board-first-day = Premier jour
board-last-day = Dernier jour
board-time = Moment
board-volume = Nombre de questions
board-questions = Questions
board-answered = Avec réponse
board-not-answered-in-time = Pas à temps ou abandonnées
board-in-time-not = Pas à temps
board-left = Abandonnées
board-transfers = Transferts
board-wait = Temps d’attente, min:s
board-median = La moitié a attendu au plus
board-most = Neuf sur dix ont attendu au plus
board-nothing-happened = Personne n’a posé de question pendant cette période.
board-nobody-waited = Personne n’a reçu de réponse pendant cette période.
board-ratings = L’avis des usagers
board-ratings-mean = { $count ->
    [one] Un usager a donné son avis
   *[other] { NUMBER($count) } usagers ont donné leur avis
 } : { NUMBER($mean, maximumFractionDigits: 1) } sur 5 en moyenne.
board-stars = Étoiles, de 1 à 5
board-words = Dans leurs mots
board-answered-by = Réponse de
board-ratings-none = Aucun usager n’a donné son avis.
