# What a patron reads in the widget.
ask-write = Write your question
