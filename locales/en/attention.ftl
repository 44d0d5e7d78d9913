# How long one worked on a case oneself.

attention = Your attention
attention-little = less than a minute
attention-pause = Pause
attention-resume = Go on counting
attention-paused = paused
attention-correct = Correct it
attention-minutes = Minutes on this case
attention-about = Counted while you do something in the case. Only you see it; staffing is planned by totals of five or more people.
