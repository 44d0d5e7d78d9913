# Ответ, в котором назван срок, к которому будет продолжение.

promise-offer = Сохранить как обещание: { $at }
promise-offer-yes = Да
promise-offer-no = Нет
