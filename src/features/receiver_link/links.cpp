#include "features/receiver_link/links.hpp"

#include <array>
#include <charconv>

#include "access/once/once.hpp"
#include "features/receiver_link/code_letter.hpp"
#include "features/receiver_link/words.hpp"
#include "platform/crypto/hash.hpp"

namespace hebra::receiver_link {
namespace {

constexpr int k_usual_days = 14;
constexpr int k_most_days = 30;
constexpr int k_most_live = 5;
constexpr int k_most_a_day = 10;  // each may send a letter
constexpr int k_wrong_until_shut = 5;
constexpr int k_wrong_until_burnt = 20;
constexpr auto k_shut_for = std::chrono::minutes(15);
constexpr auto k_visit_lasts = std::chrono::hours(2);

/// What a row holds of a link: made with a key that is not in the database.
Bytes kept(const access::Vault& vault, const crypto::LinkToken& token) {
    return crypto::mac(vault.accounts(), bytes_of("referral_link.token:" + token.reveal()));
}

LinkState state_of(const store::Row& row, Time now) {
    if (row.revoked_at) return LinkState::revoked;
    if (row.returned_at) return LinkState::returned;
    if (row.expires_at <= now) return LinkState::expired;
    if (row.answered_at) return LinkState::answered;
    return row.opened_at ? LinkState::opened : LinkState::waiting;
}

}  // namespace

Bytes Links::code_mac(db::Reader& reader, const store::Row& link, std::string_view code) {
    const auto keys = ground_.vault.institution(reader, link.origin_id);
    return crypto::mac(keys->blind, bytes_of(fmt::format("referral_link.code:{}:{}", link.id.text(), code)));
}

Bytes Links::proof_mac(ReferralLinkId id, std::string_view until) const {
    return crypto::mac(ground_.vault.requests(), bytes_of(fmt::format("referral_link.visit:{}:{}", id.text(), until)));
}

calendar::Zone Links::zone_of(const store::Row& link) const {
    const auto receiver = ground_.institutions.find(link.institution_id);
    return receiver ? calendar::zone_of({.region = receiver->region, .comuna = receiver->comuna}) : calendar::Zone::santiago();
}

Link Links::told(const store::Row& row) const {
    const auto institution = ground_.institutions.find(row.institution_id);
    return {.id = row.id,
            .institution_name = institution ? institution->name : "",
            .state = state_of(row, ground_.clock.now()),
            .created_at = row.created_at,
            .created_by_name = ground_.users.name_of(row.created_by),
            .expires_at = row.expires_at,
            .opened_at = row.opened_at,
            .answered_at = row.answered_at,
            .wrong_codes = row.wrong_codes,
            .visits = {},
            .code_letter = {},
            .path = {},
            .code = {}};
}

std::optional<std::string> Links::code_address(const referrals::store::Row& referral) const {
    if (!ground_.outbox.is_on()) return std::nullopt;
    const auto service = ground_.service_of(referral.service_id);
    return service ? registered_mail(*service, ground_.clock.now()) : std::nullopt;
}

Result<Link> Links::create(const Actor& actor, ReferralId id, const NewLink& asked) {
    auto link = write_link(actor, id, asked);
    if (link) return link;
    // A repeat of a link that was made may find its referral ended.
    HEBRA_TRY(const auto first, access::done_before(ground_.database, actor, std::move(link).error()));
    return told_again(ground_.database.read([&](db::Reader& reader) { return made_before(reader, actor.institution, id, first); }));
}

Links::Before Links::made_before(db::Reader& reader, InstitutionId origin, ReferralId id, const std::string& first) {
    for (auto& row : store::of_referral(reader, origin, id)) {
        if (row.id.text() != first) continue;
        auto letters = ground_.outbox.about(reader, std::array{row.id.value()}, k_code_letter);
        return {std::move(row), std::move(letters)};
    }
    throw std::runtime_error("a link that was made is gone");
}

Link Links::told_again(const Before& before) const {
    auto link = told(before.row);
    if (!before.letters.empty()) link.code_letter = before.letters.back().state;
    return link;
}

Result<Link> Links::write_link(const Actor& actor, ReferralId id, const NewLink& asked) {
    const Time now = ground_.clock.now();
    const int days = asked.days.value_or(k_usual_days);
    if (days < 1 || days > k_most_days) return refuse_field("/days", words::k_days);
    const auto token = crypto::LinkToken::make();
    const auto code = crypto::ReturnCode::make();
    store::Row row{.id = ReferralLinkId::make(now),
                   .code_mac = {},
                   .referral_id = id,
                   .origin_id = actor.institution,
                   .institution_id = {},
                   .wrong_codes = 0,
                   .locked_until = {},
                   .opened_at = {},
                   .answered_at = {},
                   .returned_at = {},
                   .revoked_at = {},
                   .expires_at = now + std::chrono::days(days),
                   .created_by = actor.user,
                   .created_at = now,
                   .version = 1};
    HEBRA_TRY(const auto referral, ground_.database.read([&](db::Reader& reader) -> Result<referrals::store::Row> {
        HEBRA_TRY(auto found, referrals::store::find(reader, actor.institution, id));
        if (found.origin_id != actor.institution) return not_found();
        row.code_mac = code_mac(reader, row, code.reveal());
        return found;
    }));
    if (!referral.sent_at || !referral.destination_id || referral.kind == referrals::Kind::information)
        return refuse(Refused::conflict, words::k_not_sent);
    if (referrals::is_terminal(referral.status)) return refuse(Refused::conflict, words::k_referral_over);
    row.institution_id = *referral.destination_id;
    const bool mails = asked.mail_code.value_or(false);
    const auto address = mails ? code_address(referral) : std::nullopt;

    std::optional<Before> before;
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, row.id.text(), now));
        if (twice) {
            before = made_before(tx, actor.institution, id, *twice);
            return {};
        }
        if (mails && !address) return refuse_field("/mail_code", words::k_no_registered_mail);
        store::wait_for_other_links(tx, id);
        if (store::count_made(tx, id, now - std::chrono::days(1)) >= k_most_a_day) return refuse(Refused::too_many, words::k_too_many_today);
        if (store::count_live(tx, id, now) >= k_most_live) return refuse(Refused::conflict, words::k_too_many_links);
        const auto entry = ground_.audit.record(
            tx, actor, {.action = "referral_link.create", .subject = id.value(), .person = referral.origin_person_id.value()});
        store::add(tx, row, kept(ground_.vault, token), entry);
        if (address)
            ground_.outbox.add(tx, {.institution = actor.institution,
                                    .kind = k_code_letter,
                                    .subject = row.id.value(),
                                    .letter = code_letter(*address, code.reveal(), row.expires_at, now, zone_of(row))}, entry.value());
        return {};
    }));
    if (before) return told_again(*before);
    auto link = told(row);
    if (address) link.code_letter = mail::State::pending;
    link.path = Private("/r/" + token.reveal());
    if (!address) link.code = Private(code.reveal());
    return link;
}

Result<LinkList> Links::list(const Actor& actor, ReferralId id) {
    struct Found {
        PersonId person;
        std::vector<store::Row> rows;
        std::vector<store::Visit> visits;
        std::vector<mail::Envelope> letters;
        std::optional<std::string> code_address;
    };
    HEBRA_TRY(const auto found, ground_.database.read([&](db::Reader& reader) -> Result<Found> {
        HEBRA_TRY(const auto referral, referrals::store::find(reader, actor.institution, id));
        if (referral.origin_id != actor.institution) return not_found();
        auto rows = store::of_referral(reader, actor.institution, id);
        std::vector<Uuid> links;
        for (const auto& row : rows) links.push_back(row.id.value());
        return Found{referral.origin_person_id, std::move(rows), store::visits_of(reader, actor.institution, id),
                     ground_.outbox.about(reader, links, k_code_letter), code_address(referral)};
    }));
    ground_.audit.record_view(ground_.database, actor, {.action = "referral_link.view", .subject = id.value(), .person = found.person.value()});
    LinkList list{.items = {}, .code_address = found.code_address};
    for (const auto& row : found.rows) {
        list.items.push_back(told(row));
        for (const auto& letter : found.letters)
            if (letter.subject_id == row.id.value()) list.items.back().code_letter = letter.state;
        for (const auto& visit : found.visits)
            if (visit.link_id == row.id) list.items.back().visits.push_back({visit.at, visit.act});
    }
    return list;
}

Result<> Links::revoke(const Actor& actor, ReferralId referral, ReferralLinkId id) {
    const Time now = ground_.clock.now();
    return ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto twice, access::claim_once(tx, actor, id.text(), now));
        if (twice) return {};
        HEBRA_TRY(const auto row, referrals::store::find(tx, actor.institution, referral));
        if (row.origin_id != actor.institution) return not_found();
        const auto entry = ground_.audit.record(
            tx, actor, {.action = "referral_link.revoke", .subject = referral.value(), .person = row.origin_person_id.value()});
        if (!store::revoke(tx, actor.institution, referral, id, now, entry)) return refuse(Refused::conflict, words::k_ended);
        ground_.outbox.cancel(tx, id.value(), k_code_letter, entry.value());
        return {};
    });
}

Result<store::Row> Links::find(std::string_view text) {
    const auto token = crypto::LinkToken::parse(text);
    if (!token) return refuse(Refused::not_found, words::k_unknown);
    const auto row = ground_.database.read([&](db::Reader& reader) { return store::by_token(reader, kept(ground_.vault, *token)); });
    if (!row) return refuse(Refused::not_found, words::k_unknown);
    switch (state_of(*row, ground_.clock.now())) {
        case LinkState::revoked:
            return refuse(Refused::not_found, row->wrong_codes >= k_wrong_until_burnt ? words::k_burnt : words::k_revoked);
        case LinkState::returned: return refuse(Refused::not_found, words::k_returned);
        case LinkState::expired: return refuse(Refused::not_found, words::k_expired);
        default: return *row;
    }
}

Actor Links::holder(const store::Row& link) const {
    return {.user = {}, .institution = link.institution_id, .session = {}, .permissions = {}};
}

audit::Act Links::act(const store::Row& link, std::string_view name, const referrals::store::Row& referral) const {
    return {.action = name, .subject = link.referral_id.value(), .person = referral.origin_person_id.value(), .fields = {"link"}};
}

Result<> Links::wrong_code(const store::Row& link) {
    const Time now = ground_.clock.now();
    int wrong = 0;
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto referral, referrals::store::find_any(tx, link.referral_id));
        const auto entry = ground_.audit.record_in(tx, link.origin_id, holder(link), act(link, "referral_link.code_wrong", referral));
        wrong = store::count_wrong_code(tx, link.id, k_wrong_until_shut, now + k_shut_for);
        store::add_visit(tx, {link.id, now, Act::code_wrong});
        if (wrong >= k_wrong_until_burnt) store::revoke(tx, link.origin_id, link.referral_id, link.id, now, entry);
        return {};
    }));
    if (wrong >= k_wrong_until_burnt) return refuse(Refused::too_many, words::k_burnt);
    if (wrong % k_wrong_until_shut == 0) return refuse(Refused::too_many, words::k_shut);
    return refuse_field("code", words::k_code_refused);
}

Result<std::string> Links::enter(const store::Row& link, std::string_view typed) {
    const Time now = ground_.clock.now();
    if (link.locked_until && *link.locked_until > now) return refuse(Refused::too_many, words::k_shut);
    const auto code = crypto::ReturnCode::parse(typed);
    if (!code) return refuse_field("code", crypto::words::k_code_wrong);
    const auto mac = ground_.database.read([&](db::Reader& reader) { return code_mac(reader, link, code->reveal()); });
    if (!crypto::same(mac, link.code_mac)) {
        HEBRA_CHECK(wrong_code(link));
    }
    HEBRA_TRY(const auto referral, ground_.database.read([&](db::Reader& reader) {
        return referrals::store::find_any(reader, link.referral_id);
    }));
    if (referral.status == referrals::Status::sent) {
        referrals::MoveRequest acknowledge;
        acknowledge.action = referrals::Action::acknowledge;
        acknowledge.version = referral.version;
        if (const auto moved = ground_.referrals.move(holder(link), link.referral_id, acknowledge);
            !moved && moved.error().kind != Refused::conflict)
            return Refuse(moved.error());
    }
    HEBRA_CHECK(ground_.database.write([&](db::Tx& tx) -> Result<> {
        const auto entry = ground_.audit.record_in(tx, link.origin_id, holder(link), act(link, "referral_link.open", referral));
        store::mark_opened(tx, link.id, now, entry);
        store::add_visit(tx, {link.id, now, Act::opened});
        return {};
    }));
    const auto until = fmt::format("{}", to_micros(now + k_visit_lasts));
    return until + "." + to_hex(proof_mac(link.id, until));
}

bool Links::holds(const store::Row& link, std::string_view proof) const {
    const auto dot = proof.find('.');
    if (dot == proof.npos) return false;
    const auto until = proof.substr(0, dot);
    std::int64_t micros = 0;
    const auto [end, error] = std::from_chars(until.data(), until.data() + until.size(), micros);
    if (error != std::errc() || end != until.data() + until.size() || from_micros(micros) <= ground_.clock.now()) return false;
    return crypto::same(bytes_of(proof.substr(dot + 1)), bytes_of(to_hex(proof_mac(link.id, until))));
}

Result<> Links::record(const store::Row& link, Act what, std::string_view name) {
    const Time now = ground_.clock.now();
    return ground_.database.write([&](db::Tx& tx) -> Result<> {
        HEBRA_TRY(const auto referral, referrals::store::find_any(tx, link.referral_id));
        const auto entry = ground_.audit.record_in(tx, link.origin_id, holder(link), act(link, name, referral));
        if (what == Act::answered) store::mark_answered(tx, link.id, now, entry);
        store::add_visit(tx, {link.id, now, what});
        return {};
    });
}

Result<referrals::Opened> Links::read(const store::Row& link, Act what) {
    HEBRA_TRY(auto referral, ground_.referrals.open(holder(link), link.referral_id));
    if (!referral.package) return refuse(Refused::not_found, words::k_withdrawn);
    HEBRA_CHECK(record(link, what, what == Act::read_health ? "referral_link.read_health" : "referral_link.read"));
    return referral;
}

Result<referrals::Printed> Links::print(const store::Row& link, Language language) {
    auto printed = ground_.referrals.print(holder(link), link.referral_id, language);
    if (!printed) return refuse(Refused::not_found, words::k_withdrawn);
    HEBRA_CHECK(record(link, Act::printed, "referral_link.print"));
    return printed;
}

Result<> Links::answer(const store::Row& link, const referrals::MoveRequest& request) {
    using referrals::Action;
    auto first = request;
    auto schedule = request;
    schedule.action = Action::schedule;
    schedule.text.reset();
    if (request.action == Action::accept && request.at) {
        // The hour it gives is checked before the acceptance: both are told in one form.
        const Time now = ground_.clock.now();
        HEBRA_CHECK(referrals::check_request(schedule, {.urgency = {}, .sent_at = {}, .now = now, .today = Date(std::chrono::floor<std::chrono::days>(now))}));
        first.at.reset();
        first.channel.reset();
        first.place.reset();
    }
    if (request.action == Action::confirm_first_contact && request.at && *request.at > ground_.clock.now())
        return refuse_field("/at", words::k_at_future);
    HEBRA_TRY(const auto moved, ground_.referrals.move(holder(link), link.referral_id, first));
    HEBRA_CHECK(record(link, Act::answered, "referral_link.answer"));
    if (request.action != Action::accept || !request.at) return {};
    schedule.version = moved.version;
    HEBRA_CHECK(ground_.referrals.move(holder(link), link.referral_id, schedule));
    return {};
}

Result<> Links::give_back(const store::Row& link) {
    const Time now = ground_.clock.now();
    HEBRA_TRY(const auto referral, ground_.database.read([&](db::Reader& reader) { return referrals::store::find_any(reader, link.referral_id); }));
    const auto sender = ground_.referrals.sender_of(referral);
    return ground_.database.write([&](db::Tx& tx) -> Result<> {
        const auto entry = ground_.audit.record_in(tx, link.origin_id, holder(link), act(link, "referral_link.return", referral));
        if (!store::give_back(tx, link.id, now, entry)) return refuse(Refused::not_found, words::k_ended);
        store::add_visit(tx, {link.id, now, Act::returned});
        ground_.referrals.tell_origin(tx, referral, referrals::k_link_returned, sender, {now, entry});
        return {};
    });
}

}  // namespace hebra::receiver_link
