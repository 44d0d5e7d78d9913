# In front of the workspace: one-time links, forgotten passwords.

## Links
join-title = Ваше место: { $workspace }
join-link = Ваша ссылка
join = Задать пароль и начать
join-until = Эта ссылка сработает один раз, до { $at }.
join-void = Эта ссылка больше не действует.
join-void-about = Она использована, заменена, отозвана или устарела. Попросите администратора о новой или выберите «Забыли пароль?».
reset-title = Новый пароль
reset-save = Задать пароль и войти
forgotten-about = Мы пришлём ссылку, по которой вы зададите новый.
forgotten-send = Прислать ссылку
forgotten-asked = Если такой адрес здесь есть, ссылка уже отправлена.
forgotten-asked-about = Письма нет через несколько минут? Попросите ссылку у администратора.
