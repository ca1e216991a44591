#include "core/institutions/contact_people.hpp"

#include <fmt/format.h>

#include "access/once/once.hpp"
#include "core/institutions/institution.hpp"
#include "core/institutions/store.hpp"
#include "platform/chile/dialable.hpp"
#include "platform/crypto/seal.hpp"
#include "platform/json/json.hpp"
#include "platform/json/own.hpp"

namespace hebra::institutions {
namespace {

/// As it is kept.
struct NamedPeople {
    std::vector<ContactPerson> people;
};
BOOST_DESCRIBE_STRUCT(NamedPeople, (), (people))

constexpr std::size_t k_most_people = 6;
constexpr std::size_t k_longest = 80;

std::string without_spaces_around(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

void tidy(std::optional<Private>& text) {
    if (!text) return;
    const auto kept = without_spaces_around(text->reveal());
    text = kept.empty() ? std::nullopt : std::optional(Private(kept));
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != text.npos && at > 0 && text.find('.', at) != text.npos && text.find('@', at + 1) == text.npos &&
           text.back() != '.' && text.find_first_of(" \t,;<>\"") == text.npos && count_letters(text) <= k_longest;
}

bool is_short_text(const Private& text) { return !text.reveal().empty() && count_letters(text.reveal()) <= k_longest; }

crypto::Context place_of(InstitutionId institution) { return {"institution_contacts", "document", institution.value()}; }

}  // namespace

Result<std::vector<ContactPerson>> check(std::vector<ContactPerson> people) {
    std::vector<FieldError> errors;
    if (people.size() > k_most_people) errors.push_back({"/people", words::k_contacts_many});
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto& one = people[i];
        const auto say_no = [&](std::string_view field, const Word& word) { errors.push_back({fmt::format("/people/{}/{}", i, field), word}); };
        one.name = Private(without_spaces_around(one.name.reveal()));
        one.post = Private(without_spaces_around(one.post.reveal()));
        for (auto* text : {&one.phone, &one.email, &one.hours}) tidy(*text);
        if (!is_short_text(one.name)) say_no("name", words::k_contact_name);
        if (!is_short_text(one.post)) say_no("post", words::k_contact_post);
        if (!one.phone && !one.email) say_no("phone", words::k_contact_way);
        if (one.phone && !chile::Dialable::parse(one.phone->reveal())) say_no("phone", words::k_contact_phone);
        if (one.email && !is_email(one.email->reveal())) say_no("email", words::k_contact_email);
        if (one.hours && !is_short_text(*one.hours)) say_no("hours", words::k_contact_hours);
    }
    if (errors.empty()) return people;
    return Refuse(Refusal{Refused::invalid, hebra::words::k_invalid, std::move(errors)});
}

ContactPeopleList ContactPeople::of(InstitutionId institution) {
    const auto kept = database_.read([&](db::Reader& reader) { return store::contact_people(reader, institution); });
    if (!kept) return {{}, 0};
    const auto text = crypto::open_text(vault_.accounts(), kept->document, place_of(institution));
    if (!text) throw std::runtime_error("the contact people of an institution do not open");
    return {json::read_own<NamedPeople>(text->reveal()).people, kept->version};
}

Result<ContactPeopleList> ContactPeople::name(const Actor& actor, InstitutionId institution, std::vector<ContactPerson> given, int seen) {
    HEBRA_TRY(const auto people, check(std::move(given)));
    const auto sealed = crypto::seal(vault_.accounts(), json::write(NamedPeople{people}), place_of(institution));
    const Time now = clock_.now();
    HEBRA_CHECK(database_.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto before, access::claim_once(tx, actor, institution.text(), now));
        if (before) return {};
        const audit::Act act{.action = "institution.contacts", .subject = institution.value(), .fields = {fmt::format("people={}", people.size())}};
        const auto entry = audit_.record_in(tx, institution, actor, act);
        if (actor.institution != institution) audit_.record(tx, actor, act);
        if (!store::save_contact_people(tx, institution, sealed, seen, now, entry)) return refuse(Refused::stale, hebra::words::k_changed_meanwhile);
        return {};
    }));
    return of(institution);
}

}  // namespace hebra::institutions
