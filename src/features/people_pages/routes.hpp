#pragma once
#include "core/drafts/drafts.hpp"
#include "core/people/people.hpp"
#include "core/people/relationships.hpp"
#include "features/people_pages/views.hpp"
#include "platform/http/router.hpp"

namespace hebra::people_pages {

void add_people_routes(http::Router& router, people::People& people, Views& views);
void add_relationship_routes(http::Router& router, people::Relationships& relationships);
void add_draft_routes(http::Router& router, drafts::Drafts& drafts);
void add_territory_routes(http::Router& router);

}  // namespace hebra::people_pages
