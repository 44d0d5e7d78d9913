# A reply that names a time by which there will be more.

promise-offer = Keep as a promise: { $at }
promise-offer-yes = Yes
promise-offer-no = No
