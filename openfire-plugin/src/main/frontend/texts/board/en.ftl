# What a coordinator reads on the board.
board-title = Coordinator’s board – { $library }
board-views = Views
board-log-out = Log out
board-no-coordinator = This account is not a coordinator’s. Ask whoever runs the server to put it into the coordinators’ group, or log in with another account.
board-not-answered = The desk has not answered. Try again when the connection is back.
board-loading = Loading …
board-as-of = As of { $time }
board-save = Save as CSV
board-services = Services
board-duty = On duty
board-coverage = Coverage
board-now = Waiting and running
board-statistics = Statistics
board-service = Service
board-address = Address
board-staff = Staffed by
board-open = Open
board-parent = Rolls up to
board-actions = What to do
board-none = There is no service.
board-new = New service
board-change = Change
board-change-of = Change { $name }
board-close = Close
board-close-of = Close { $name }
board-consent = Answer services of others
board-staffing = Who staffs what
board-preview = Preview
board-keep = Keep it like this
board-operator = Operator
board-library = Library
board-load = Sessions
board-load-of = { $load } of { $capacity }
board-state = State
board-free = Free
board-full = Full
board-pauses = Pauses
board-languages = Languages
board-subjects = Subjects
board-filter = Show only
board-duty-count = { $count ->
    [one] { $count } operator on duty
   *[other] { $count } operators on duty
}
board-nobody = Nobody is on duty.
board-nobody-at = Nobody is on duty at:
board-waiting = { $count ->
    [0] No question waits
    [one] { $count } question waits
   *[other] { $count } questions wait
}
board-waiting-list = Questions that wait
board-nothing-waits = Nobody has to wait now.
board-question = Question
board-from = From
board-waits = Waits, min:s
board-needs = Needs
board-about = About
board-rings = Rings at
board-assign = Assign
board-assign-of = { board-assign }: question { $name }
board-up = Send up
board-up-of = { board-up }: question { $name }
board-running = Sessions that run
board-running-list = Sessions that other libraries show
board-nothing-shown = No session that is shown runs now.
board-session = Session
board-minutes = Minutes
board-lines = Lines
board-join = Join
board-join-of = { board-join } as a consultant: { $name }
board-coverage-how = So many operators are at work in each hour of this week, by the working hours in their profiles.
board-gap = Nobody at work
board-at-work = So many at work
board-closed-hour = Service closed
board-needed = What the service needs
board-known = What else its operators know
board-all-needed = All that is needed
board-people = { $count ->
    [one] { $count } operator.
   *[other] { $count } operators.
}
board-without-hours = Without working hours: { $count }.
board-gaps = { $count ->
    [0] Somebody in every open hour.
    [one] { $count } open hour without anybody.
   *[other] { $count } open hours without anybody.
}
board-side = About
board-side-patrons = Patrons who wrote to it here
board-side-room = Its staff room, whoever asks
board-by = By
board-by-day = Day
board-by-hour = Hour
board-first-day = First day
board-last-day = Last day
board-time = Time
board-volume = Questions
board-questions = Questions
board-answered = Answered
board-not-answered-in-time = Not in time, or left
board-in-time-not = Not in time
board-left = Left
board-transfers = Transfers
board-wait = Waiting time, min:s
board-median = Half waited at most
board-most = Nine of ten waited at most
board-nothing-happened = Nobody asked in this time.
board-nobody-waited = Nobody was answered in this time.
board-ratings = How patrons found it
board-ratings-mean = { $count ->
    [one] One patron
   *[other] { NUMBER($count) } patrons
 } said how it was: { NUMBER($mean, maximumFractionDigits: 1) } of 5 on average.
board-stars = Stars, 1 to 5
board-words = In their words
board-answered-by = Answered by
board-ratings-none = No patron has said how it was.
