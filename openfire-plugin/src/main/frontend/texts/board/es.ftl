board-title = Tablero de coordinación – { $library }
board-views = Vistas
board-log-out = Cerrar sesión
board-no-coordinator = Esta cuenta no es de coordinación. Pida a quien administra el servidor que la añada al grupo de coordinadores, o entre con otra cuenta.
board-not-answered = El mostrador no ha respondido. Vuelva a intentarlo cuando se recupere la conexión.
board-loading = Cargando…
board-as-of = Situación a las { $time }
board-save = Guardar como CSV
board-services = Servicios
board-duty = De turno
board-coverage = Cobertura
board-now = En espera y en curso
board-statistics = Estadísticas
board-service = Servicio
board-address = Dirección
board-staff = Lo atienden
board-open = Abierto
board-parent = Pasa a
board-actions = Acciones
board-none = No hay ningún servicio.
board-new = Servicio nuevo
board-change = Modificar
board-change-of = Modificar { $name }
board-close = Cerrar
board-close-of = Cerrar { $name }
board-consent = Responder a servicios de otros
board-staffing = Quién atiende qué
board-preview = Vista previa
board-keep = Guardar así
board-operator = Bibliotecario
board-library = Biblioteca
board-load = Conversaciones
board-load-of = { $load } de { $capacity }
board-state = Estado
board-free = Libre
board-full = Completo
board-pauses = En pausa
board-languages = Idiomas
board-subjects = Materias
board-filter = Mostrar solo
board-duty-count = { $count ->
    [one] { $count } bibliotecario de turno
   *[other] { $count } bibliotecarios de turno
}
board-nobody = No hay nadie de turno.
board-nobody-at = No hay nadie de turno en:
board-waiting = { $count ->
    [0] Ninguna pregunta espera
    [one] { $count } pregunta espera
   *[other] { $count } preguntas esperan
}
board-waiting-list = Preguntas en espera
board-nothing-waits = Nadie tiene que esperar ahora.
board-question = Pregunta
board-from = De
board-waits = Espera, min:s
board-needs = Requiere
board-about = Asunto
board-rings = Suena para
board-assign = Asignar
board-assign-of = { board-assign }: pregunta { $name }
board-up = Elevar
board-up-of = { board-up }: pregunta { $name }
board-running = Conversaciones en curso
board-running-list = Conversaciones que muestran otras bibliotecas
board-nothing-shown = No hay en curso ninguna conversación que se muestre.
board-session = Conversación
board-minutes = Minutos
board-lines = Líneas
board-join = Unirse
board-join-of = { board-join } como asesor: { $name }
board-coverage-how = Cuántos bibliotecarios trabajan en cada hora de esta semana, según el horario de sus perfiles.
board-gap = Nadie trabaja
board-at-work = Cuántos trabajan
board-closed-hour = Servicio cerrado
board-needed = Lo que requiere el servicio
board-known = Qué más saben sus bibliotecarios
board-all-needed = Todo lo que se requiere
board-people = { $count ->
    [one] { $count } bibliotecario.
   *[other] { $count } bibliotecarios.
}
board-without-hours = Sin horario: { $count }.
board-gaps = { $count ->
    [0] Alguien en cada hora abierta.
    [one] { $count } hora abierta sin nadie.
   *[other] { $count } horas abiertas sin nadie.
}
board-side = Sobre
board-side-patrons = Usuarios que le escribieron aquí
board-side-room = Su sala de personal, pregunte quien pregunte
board-by = Por
board-by-day = Día
board-by-hour = Hora
board-first-day = Primer día
board-last-day = Último día
board-time = Momento
board-volume = Número de preguntas
board-questions = Preguntas
board-answered = Respondidas
board-not-answered-in-time = No a tiempo o abandonadas
board-in-time-not = No a tiempo
board-left = Abandonadas
board-transfers = Traspasos
board-wait = Tiempo de espera, min:s
board-median = La mitad esperó como máximo
board-most = Nueve de cada diez esperaron como máximo
board-nothing-happened = Nadie preguntó en ese tiempo.
board-nobody-waited = Nadie recibió respuesta en ese tiempo.
board-ratings = Qué les pareció a los usuarios
board-ratings-mean = { $count ->
    [one] Un usuario dio su opinión
   *[other] { NUMBER($count) } usuarios dieron su opinión
 }: { NUMBER($mean, maximumFractionDigits: 1) } de 5 de media.
board-stars = Estrellas, de 1 a 5
board-words = En sus palabras
board-answered-by = Respondió
board-ratings-none = Ningún usuario ha dado su opinión.
