#include "features/home/home.hpp"

#include "features/home/api.hpp"
#include "features/referrals/api.hpp"

namespace hebra::home {
namespace {

constexpr std::size_t k_a_page = 50;

struct RequestedPosition {
    Time due_at;
    CommitmentId id;
};
BOOST_DESCRIBE_STRUCT(RequestedPosition, (), (due_at, id))

commitments::Authority authority_of(const Actor& actor) {
    return actor.may(k_commitment_reassign) ? commitments::Authority::any : commitments::Authority::own;
}

std::string title_key(const std::string& kind) { return "commitment." + kind; }

State state_of(const commitments::Listed& listed) {
    if (listed.fulfilled_at) return State::fulfilled;
    return listed.cancelled_at ? State::cancelled : State::open;
}

/// Mirrors what `Commitments::move` would refuse, so that nothing is offered that it says no to.
std::vector<commitments::Action> actions_of(const Actor& actor, const commitments::Listed& listed,
                                            const commitments::Holders& holders) {
    using enum commitments::Action;
    if (!listed.is_open() || !actor.may(k_commitment_move)) return {};
    std::vector<commitments::Action> actions;
    if (!listed.owner_id && holders.may_hold(actor, listed.kind)) actions.push_back(take);
    if (listed.owner_id != actor.user && authority_of(actor) != commitments::Authority::any) return actions;
    if (listed.owner_id) actions.push_back(release);
    actions.push_back(hand_over);
    const bool is_imminent = listed.danger == commitments::Danger::imminent;
    if (listed.negotiable && !is_imminent && !listed.paused_at) actions.push_back(renegotiate);
    if (listed.by_hand) actions.push_back(fulfil);
    return actions;
}

}  // namespace

std::string Home::name_of(InstitutionId id) {
    const auto found = institutions_.find(id);
    return found ? found->name : std::string("Hebra");
}

CommitmentItem Home::told(const Actor& actor, const commitments::Listed& listed, Time now) {
    const bool loose = listed.is_loose(now);
    return {.id = listed.id,
            .kind = listed.kind,
            .title_key = title_key(listed.kind),
            .thread_code = listed.thread_code,
            .person_id = listed.person_id,
            .subject_id = listed.subject_id,
            .institution_name = name_of(listed.institution_id),
            .requested_by_name = listed.requested_by ? std::optional(name_of(*listed.requested_by)) : std::nullopt,
            .danger = listed.danger,
            .state = state_of(listed),
            .opened_at = listed.opened_at,
            .due_at = listed.due_at,
            .paused = listed.is_open() && listed.paused_at.has_value(),
            .loose = loose,
            .loose_since = loose ? std::optional(listed.loose_at) : std::nullopt,
            .owner_name = listed.owner_id ? std::optional(users_.name_of(*listed.owner_id)) : std::nullopt,
            .mine = listed.owner_id == actor.user,
            .actions = actions_of(actor, listed, commitments_.holders()),
            .tries = {},
            .version = listed.version};
}

void Home::tell_tries(const Actor& actor, std::span<CommitmentItem> items) {
    std::vector<RecordId> asked;
    for (const auto& item : items)
        if (referrals::is_asking(item.kind)) asked.push_back(item.subject_id);
    if (asked.empty()) return;
    const auto all = database_.read([&](db::Reader& reader) { return referrals::sought_of(reader, actor.institution, asked); });
    for (auto& item : items) {
        const auto found = std::ranges::find(all, item.subject_id, &referrals::Sought::referral);
        if (found != all.end() && referrals::is_asking(item.kind)) item.tries = found->tries;
    }
}

void Home::record_look(const Actor& actor, const CommitmentQuery& query, const commitments::Position& after, std::size_t found) {
    audit::Act look{.action = "commitment.list", .fields = {fmt::format("state={}", boost::describe::enum_to_string(query.state, ""))}};
    if (query.mine.value_or(false)) look.fields.emplace_back("mine");
    if (query.cursor) look.fields.push_back(fmt::format("after={}.{}.{}.{}", after.begun_at, after.shelf, after.loose_at, after.id.text()));
    if (query.person_id) look.person = look.subject = query.person_id->value();
    audit_.record_list(database_, actor, std::move(look), found);
}

Result<CommitmentList> Home::list(const Actor& actor, const CommitmentQuery& query) {
    const Time now = clock_.now();
    auto from = commitments::first_position(now);
    if (query.cursor) {
        HEBRA_TRY(from, http::read_cursor<commitments::Position>(*query.cursor));
    }
    commitments::Narrow narrow{.person = query.person_id};
    if (query.mine.value_or(false)) narrow.owner = actor.user;
    CommitmentList page{};
    auto found = database_.read([&](db::Reader& reader) {
        const auto institution = actor.institution;
        if (narrow.is_everything()) {
            page.loose_count = commitments::count_loose(reader, institution, now);
            return commitments::list(reader, institution, query.state, from, k_a_page + 1);
        }
        page.loose_count = commitments::count_loose_of(reader, institution, narrow, now);
        return commitments::list_of(reader, institution, narrow, query.state, from, k_a_page + 1);
    });
    if (found.size() > k_a_page) {
        found.resize(k_a_page);
        page.next_cursor = http::cursor_of(commitments::after(found.back(), from));
    }
    record_look(actor, query, from, found.size());
    for (const auto& listed : found) page.items.push_back(told(actor, listed, now));
    tell_tries(actor, page.items);
    return page;
}

Result<http::Page<RequestedItem>> Home::requested(const Actor& actor, const std::optional<std::string>& cursor) {
    const Time now = clock_.now();
    RequestedPosition from{Time::min(), {}};
    if (cursor) {
        HEBRA_TRY(from, http::read_cursor<RequestedPosition>(*cursor));
    }
    auto found = database_.read([&](db::Reader& reader) {
        return commitments::list_requested(reader, actor.institution, from.due_at, from.id, k_a_page + 1);
    });
    http::Page<RequestedItem> page;
    if (found.size() > k_a_page) {
        found.resize(k_a_page);
        page.next_cursor = http::cursor_of(RequestedPosition{found.back().due_at, found.back().id});
    }
    audit::Act look{.action = "commitment.list", .fields = {"requested"}};
    if (cursor) look.fields.push_back(fmt::format("after={}.{}", to_micros(from.due_at), from.id.text()));
    audit_.record_list(database_, actor, std::move(look), found.size());
    for (const auto& each : found)
        page.items.push_back({.id = each.id,
                              .kind = each.kind,
                              .title_key = title_key(each.kind),
                              .thread_code = each.thread_code,
                              .subject_id = each.subject_id,
                              .institution_name = name_of(each.institution_id),
                              .danger = each.danger,
                              .due_at = each.due_at,
                              .paused = each.paused_at.has_value(),
                              .overdue = !each.paused_at && each.due_at <= now});
    return page;
}

Result<CommitmentItem> Home::find(const Actor& actor, CommitmentId id) {
    const Time now = clock_.now();
    HEBRA_TRY(const auto listed, database_.read([&](db::Reader& reader) {
        return commitments::find(reader, actor.institution, id, now);
    }));
    return told(actor, listed, now);
}

Result<CommitmentItem> Home::move(const Actor& actor, CommitmentId id, const commitments::Move& move) {
    HEBRA_TRY(const auto listed, commitments_.move(actor, id, move, authority_of(actor)));
    return told(actor, listed, clock_.now());
}

}  // namespace hebra::home
