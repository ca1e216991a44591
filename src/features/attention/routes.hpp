#pragma once
#include "features/attention/attachments.hpp"
#include "features/attention/contacts.hpp"
#include "features/attention/search.hpp"
#include "platform/http/router.hpp"

namespace hebra::attention {

void add_contact_routes(http::Router& router, Contacts& contacts, Search& search);
void add_attachment_routes(http::Router& router, Attachments& attachments);
void add_form_routes(http::Router& router, forms::Forms& forms, access::Users& users);

}  // namespace hebra::attention
