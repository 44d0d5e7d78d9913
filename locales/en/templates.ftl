# Choosing an approved template and filling it in.

template-title = Approved templates
template-about = Sent to { $name } as it stands, with your words in its places.
template-none = This inbox has no approved templates. They are made with the provider.
template-pick = Choose one to see it.
template-send = Send template
template-value = Value { $n }
template-heading = In the heading: { $name }
template-picture = Address of the picture
template-video = Address of the video
template-document = Address of the document
template-link = End of the link on button { $n }
template-code = Code on button { $n }
template-marketing = Advertising
template-utility = Service
template-authentication = Sign-in code
template-unwanted = Not possible: { $reason }.
template-find = Find a template
template-nothing = No template has these words.
