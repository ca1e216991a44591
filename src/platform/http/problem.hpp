// Refusals on the wire: application/problem+json (RFC 9457), in the reader's language.
#pragma once
#include <string_view>

#include "base/result.hpp"
#include "platform/http/message.hpp"

namespace hebra::http {

/// The language of Accept-Language that Hebra speaks best; Spanish if it asks for neither.
Language language_of(const Headers& headers);

/// The HTTP status of a refusal.
int status_of(const Refusal& refusal);

/// {"type","title","status","code","detail","errors":[{"pointer","code","message"}],"request_id"}
Response problem(const Refusal& refusal, Language language, std::string_view request_id);

/// The same for somebody who sent a form with a browser, and whom no page of the house can answer: the words, and the way back.
Response refusal_page(int status, const Refusal& refusal, Language language);

/// A failure that is nobody's fault but ours: 500 `failed`, without details.
Response failure(Language language, std::string_view request_id);

}  // namespace hebra::http
