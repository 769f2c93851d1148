# What librarians read in the console and on the board alike.
common-login-name = Account
common-login-hint = The name of your account at the library, with or without @{ $domain }.
common-login-password = Password
common-login-go = Log in
common-login-wrong = The library’s server doesn’t know this account with this password. Check both; who runs the server can set a new password.
common-login-insecure = One can log in here only by an encrypted connection: open this page with https:// in its address.
common-connecting = Connecting …
common-interrupted = The connection is interrupted. What you write is kept here; we go on by ourselves.
common-unreachable = The library’s server can’t be reached. Check your connection; we go on trying.
common-replaced = Another window has taken over.
common-form-send = Send
common-form-cancel = Cancel
common-language = Language
