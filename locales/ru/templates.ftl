# Выбор одобренного шаблона и его заполнение.

template-title = Одобренные шаблоны
template-about = Уйдёт без изменений, с вашими словами на пустых местах: { $name }.
template-none = У этого ящика нет одобренных шаблонов. Их создают у провайдера.
template-pick = Выберите шаблон в списке, чтобы увидеть его.
template-send = Отправить шаблон
template-value = Значение { $n }
template-heading = В заголовке: { $name }
template-picture = Адрес изображения
template-video = Адрес видео
template-document = Адрес документа
template-link = Конец ссылки на кнопке { $n }
template-code = Код на кнопке { $n }
template-marketing = Реклама
template-utility = Обслуживание
template-authentication = Код для входа
template-unwanted = Невозможно: { $reason }.
template-find = Найти шаблон
template-nothing = Таких слов нет ни в одном шаблоне.
