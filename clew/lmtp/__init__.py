"""Mail that is routed to us, by LMTP or SMTP: taken only when it is durable."""
