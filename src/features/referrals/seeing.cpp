// How a referral looks to each side.
#include <algorithm>

#include "core/disclosure/disclosure.hpp"
#include "features/referrals/api.hpp"
#include "features/referrals/referrals.hpp"
#include "features/referrals/words.hpp"
#include "platform/json/own.hpp"

namespace hebra::referrals {
namespace {

constexpr std::size_t k_a_page = 30;
constexpr store::Position k_newest{Time::max(), {}};

/// What a list holds: one status, those of a stage, or (empty) all.
std::vector<Status> wanted(const ListQuery& query) {
    if (query.status) return {*query.status};
    std::vector<Status> statuses;
    if (!query.stage) return statuses;
    const auto side = query.box == store::Box::sent ? k_origin : k_destination;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Status>>([&](auto one) {
        if (stage_of(one.value, side) == *query.stage) statuses.push_back(one.value);
    });
    return statuses;
}

/// What a coordinator decides on, and what they decided.
bool is_of_the_contest(Action action) {
    return action == Action::decline || action == Action::contest || action == Action::send_back || action == Action::uphold || action == Action::let_stand;
}

}  // namespace

Sides Referrals::sides_of(const Actor& actor, const store::Row& row) {
    Sides sides = 0;
    if (row.origin_id == actor.institution) sides |= k_origin;
    if (row.destination_id == actor.institution) sides |= k_destination;
    if (sides != 0 && actor.may(k_referral_supervise)) sides |= k_supervisor;
    return sides;
}

Result<Referrals::Seen> Referrals::see(db::Reader& reader, const Actor& actor, ReferralId id) {
    if (auto row = store::find(reader, actor.institution, id)) {
        const auto sides = sides_of(actor, *row);
        const auto viewer = (sides & k_origin) != 0 ? Viewer::origin : Viewer::destination;
        return Seen{*std::move(row), sides, viewer};
    }
    // Whoever coordinates decides a contested decline between members of the network, and may read what they decided;
    // outside that, it does not exist.
    if (!actor.may(k_referral_coordinate)) return not_found();
    HEBRA_TRY(auto row, store::find_any(reader, id));
    if (coordinator_between(row) != actor.institution) return not_found();
    const bool decided = std::ranges::count(store::moves_of(reader, id), actor.institution, &store::MoveRow::institution_id) > 0;
    if (row.status != Status::decline_contested && !decided) return not_found();
    return Seen{std::move(row), k_coordinator, Viewer::coordinator};
}

std::optional<InstitutionId> Referrals::coordinator_between(const store::Row& row) {
    return ground_.institutions.coordinator_between(row.origin_id, row.destination_id);
}

std::optional<UserId> Referrals::sender_of(const store::Row& row) {
    const auto user = ground_.users.find(row.created_by);
    return user && reads_at(row.origin_id, *user) ? std::optional(user->id) : std::nullopt;
}

Party Referrals::party(const std::optional<InstitutionId>& id, const std::string& otherwise) const {
    if (!id) return {std::nullopt, otherwise};
    const auto institution = ground_.institutions.find(*id);
    return {id, institution ? institution->name : otherwise};
}

Listed Referrals::listed(const Actor& actor, const store::Row& row, const std::vector<commitments::Commitment>& clocks, bool may_read) {
    const auto service = ground_.service_of(row.service_id);
    Listed item;
    item.id = row.id;
    item.viewer = row.origin_id == actor.institution ? Viewer::origin : Viewer::destination;
    item.thread_code = row.thread_code;
    item.topic = may_read ? row.topic : "";
    item.age_band = may_read ? row.age_band : age_band(std::nullopt);
    item.kind = row.kind;
    item.urgency = row.urgency;
    item.status = row.status;
    item.origin = party(row.origin_id, "");
    item.destination = party(row.destination_id, service ? service->institution : "");
    item.service_name = service ? service->name : "";
    item.updated_at = row.updated_at;
    item.sent_at = row.sent_at;
    item.paused = false;
    item.mine_to_act = false;
    item.disputed = row.status == Status::decline_contested ? std::optional(Disputed::decline) : row.disputed;
    item.tries = item.viewer == Viewer::origin ? row.tries : 0;
    item.version = row.version;
    for (const auto& clock : clocks) {
        if (clock.subject_id.value() != row.id.value() || !clock.is_open()) continue;
        if (clock.paused_at) {
            item.paused = true;
            continue;
        }
        item.due_at = clock.due_at;
        item.mine_to_act = clock.institution_id == actor.institution;
    }
    return item;
}

Result<access::Sealing> Referrals::package_key(db::Reader& reader, const store::Row& row, InstitutionId who) {
    return ground_.vault.subject(reader, who, row.id.value());
}

Result<Content> Referrals::content_of(db::Reader& reader, const store::Row& row) {
    HEBRA_TRY(const auto sealing, ground_.vault.subject(reader, row.origin_id, row.origin_person_id.value()));
    return json::read_own<Content>(sealing.open("referral.content", row.id.value(), row.content));
}

Result<Referrals::Unnamed> Referrals::unnamed(db::Reader& reader, const Actor& actor, ReferralId id) {
    HEBRA_TRY(auto seen, see(reader, actor, id));
    std::vector<UserId> movers;
    const auto& row = seen.row;
    const std::array subjects = {RecordId(row.id.value())};
    Opened opened;
    const bool holds = seen.viewer == Viewer::origin || disclosure::in_force(reader, row.id.text(), ground_.clock.now());
    const bool may_read = holds && seen.viewer != Viewer::coordinator;
    static_cast<Listed&>(opened) = listed(actor, row, ground_.commitments.open_of(reader, subjects), may_read);
    opened.viewer = seen.viewer;
    // Who decides a contest is told between whom and why; its service would tell the topic, and its places which one it is.
    if (seen.viewer == Viewer::coordinator) {
        opened.service_name.clear();
    } else {
        opened.service_id = row.service_id;
        if (const auto places = directory::store::places_of(reader, row.service_id))
            opened.place = PlaceLeft{places->left(), store::holds_place(reader, id)};
    }
    if (seen.viewer == Viewer::origin) opened.follows_id = row.follows_id;  // of where it was before, the next one is told nothing
    opened.no_shows = row.no_shows;
    opened.possible = possible(row.kind, row.status, seen.sides);
    if (seen.viewer == Viewer::origin) {
        opened.person_id = row.origin_person_id;
        opened.contact_id = row.contact_id;
        auto content = content_of(reader, row);
        opened.erased = !content;  // the origin lacks the key only then
        if (content) opened.content = *std::move(content);
        const bool is_writing = row.status == Status::draft && actor.may(k_referral_supervise);
        if (opened.content && opened.content->restricted && !is_writing) opened.content->restricted->text = Private();
    }
    if (seen.viewer == Viewer::destination) opened.person_id = row.destination_person_id;

    // A key is missing only of somebody erased, whose disclosures ended with them; one that ran out or was taken back has its key.
    const bool travelled = seen.viewer != Viewer::coordinator && row.package_version > 0;
    auto key = travelled ? package_key(reader, row, actor.institution) : Result<access::Sealing>(not_found());
    opened.erased = opened.erased || (travelled && !key);
    if (!holds) key = not_found();
    if (key) {
        if (const auto package = store::newest_package(reader, row.id)) {
            opened.package = json::read_own<Package>(key->open("referral_package.content", row.id.value(), package->content));
            opened.package_hash = to_hex(package->hash);
            const auto* restricted = restricted_of(*opened.package);
            opened.opens_restricted = restricted && opens(actor, seen.viewer, *restricted);
            withhold_restricted(*opened.package);
        }
    }
    // Who decides a contested decline reads why it was said and why it is contested; never the ficha.
    // What travelled nowhere is the origin's, under its person's key.
    const bool is_own = seen.viewer == Viewer::origin && row.package_version == 0;
    const auto told_key = is_own                                ? ground_.vault.subject(reader, row.origin_id, row.origin_person_id.value())
                          : seen.viewer == Viewer::coordinator ? package_key(reader, row, row.origin_id)
                                                                : key;
    for (const auto& made : store::moves_of(reader, row.id)) {
        Made told;
        const bool may_hear = told_key && (seen.viewer != Viewer::coordinator || is_of_the_contest(made.action));
        if (may_hear && made.details)
            static_cast<MoveDetails&>(told) = json::read_own<MoveDetails>(told_key->open("referral_move.details", row.id.value(), *made.details));
        told.action = made.action;
        told.to_status = made.to_status;
        told.at_time = made.at;
        told.institution_name = party(made.institution_id, "Hebra").name;
        movers.push_back(made.institution_id == actor.institution ? made.user_id : UserId{});
        told.code = made.code;
        if (made.told && seen.viewer == Viewer::origin) told.told = json::read_own<Telling>(*made.told);
        opened.moves.push_back(std::move(told));
    }
    Unnamed answer{std::move(seen), std::move(opened), std::move(movers), {}};
    if (answer.seen.viewer == Viewer::origin) tell_tries(reader, answer.seen.row, answer);
    return answer;
}

Opened Referrals::named(Unnamed unnamed) {
    for (std::size_t i = 0; i < unnamed.movers.size(); ++i)
        if (!unnamed.movers[i].is_nil()) unnamed.opened.moves[i].user_name = ground_.users.name_of(unnamed.movers[i]);
    for (auto& made : unnamed.opened.moves) {
        if (!made.told) continue;
        for (auto& way : made.told->ways)
            if (way.colleague_id) way.colleague_name = ground_.users.name_of(*way.colleague_id);
    }
    for (std::size_t i = 0; i < unnamed.triers.size(); ++i) unnamed.opened.tried[i].user_name = ground_.users.name_of(unnamed.triers[i]);
    return std::move(unnamed.opened);
}

Result<Opened> Referrals::look(const Actor& actor, ReferralId id) {
    HEBRA_TRY(auto found, ground_.database.read([&](db::Reader& reader) { return unnamed(reader, actor, id); }));
    return named(std::move(found));
}

Result<Opened> Referrals::open(const Actor& actor, ReferralId id) {
    HEBRA_TRY(auto answer, ground_.database.read([&](db::Reader& reader) { return unnamed(reader, actor, id); }));
    const auto& row = answer.seen.row;
    const bool receives = answer.seen.viewer == Viewer::destination;
    const auto own_person = receives ? row.destination_person_id : std::optional(row.origin_person_id);
    ground_.audit.record_view(ground_.database, actor,
                              {.action = "referral.view", .subject = id.value(),
                               .person = own_person ? std::optional(own_person->value()) : std::nullopt});
    record_opening(actor, answer);
    return named(std::move(answer));
}

/// What was opened by whom is visible to the origin (issue 2, workflows.md §6: opened_by).
void Referrals::record_opening(const Actor& actor, const Unnamed& answer) {
    const auto& row = answer.seen.row;
    if (answer.seen.viewer == Viewer::destination && answer.opened.package)
        ground_.audit.record_view_in(ground_.database, row.origin_id, actor,
                                     {.action = k_open_package, .subject = row.id.value(), .person = row.origin_person_id.value()});
    if (answer.seen.viewer != Viewer::coordinator) return;
    // Both parties see that a coordinator read what they said to each other.
    ground_.audit.record_view_in(ground_.database, row.origin_id, actor,
                                 {.action = "referral.view_contest", .subject = row.id.value(), .person = row.origin_person_id.value()});
    if (row.destination_id)
        ground_.audit.record_view_in(ground_.database, *row.destination_id, actor, {.action = "referral.view_contest", .subject = row.id.value()});
}

Result<http::Page<Listed>> Referrals::list(const Actor& actor, const ListQuery& query) {
    auto from = k_newest;
    if (query.cursor) {
        HEBRA_TRY(from, http::read_cursor<store::Position>(*query.cursor));
    }
    auto page = ground_.database.read([&](db::Reader& reader) {
        auto rows = store::list(reader, actor.institution, query.box, wanted(query), from, k_a_page + 1);
        http::Page<Listed> page;
        if (rows.size() > k_a_page) {
            rows.resize(k_a_page);
            page.next_cursor = http::cursor_of(store::Position{rows.back().updated_at, rows.back().id});
        }
        std::vector<RecordId> subjects;
        std::vector<std::string> ids;
        for (const auto& row : rows) {
            subjects.emplace_back(row.id.value());
            ids.push_back(row.id.text());
        }
        const auto clocks = ground_.commitments.open_of(reader, subjects);
        const auto open = disclosure::those_in_force(reader, ids, ground_.clock.now());
        for (const auto& row : rows)
            page.items.push_back(listed(actor, row, clocks, row.origin_id == actor.institution || std::ranges::count(open, row.id.text()) > 0));
        return page;
    });
    // Codes, topics and ages of many people at once.
    audit::Act look{.action = "referral.list", .fields = {fmt::format("box={}", boost::describe::enum_to_string(query.box, ""))}};
    if (query.status) look.fields.push_back(fmt::format("status={}", boost::describe::enum_to_string(*query.status, "")));
    if (query.stage) look.fields.push_back(fmt::format("stage={}", boost::describe::enum_to_string(*query.stage, "")));
    if (query.cursor) look.fields.push_back(fmt::format("after={}.{}", to_micros(from.updated_at), from.id.text()));
    ground_.audit.record_list(ground_.database, actor, std::move(look), page.items.size());
    return page;
}

}  // namespace hebra::referrals
