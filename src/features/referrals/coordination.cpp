#include "features/referrals/api.hpp"

namespace hebra::referrals {
namespace {

constexpr std::size_t k_a_page = 50;

Awaited awaited_by(const store::AwaitedRow& row) {
    if (row.commitment_kind == k_contest_told) return Awaited::decision;
    return row.commitment_kind == k_arrival_told ? Awaited::acknowledge : Awaited::answer;
}

std::optional<Reason> reason_of(const std::optional<std::string>& code) {
    Reason reason{};
    if (!code || !boost::describe::enum_from_string(code->c_str(), reason)) return std::nullopt;
    return reason;
}

}  // namespace

Result<http::Page<ForCoordinator>> Referrals::to_coordinate(const Actor& actor, const CoordinationQuery& query) {
    store::AwaitedPosition from{Time::min(), {}};
    if (query.cursor) {
        HEBRA_TRY(from, http::read_cursor<store::AwaitedPosition>(*query.cursor));
    }
    http::Page<ForCoordinator> page;
    auto rows = ground_.database.read([&](db::Reader& reader) { return store::awaited(reader, actor.institution, from, k_a_page + 1); });
    if (rows.size() > k_a_page) {
        rows.resize(k_a_page);
        page.next_cursor = http::cursor_of(store::AwaitedPosition{rows.back().due_at, rows.back().commitment_id});
    }
    // Another network's, or one in which this institution is a party, are not its to coordinate.
    std::erase_if(rows, [&](const store::AwaitedRow& row) {
        return ground_.institutions.coordinator_between(row.origin_id, row.destination_id) != actor.institution;
    });
    audit::Act look{.action = "referral.list", .fields = {"coordination"}};
    if (query.cursor) look.fields.push_back(fmt::format("after={}.{}", to_micros(from.due_at), from.id.text()));
    ground_.audit.record_list(ground_.database, actor, std::move(look), rows.size());
    for (const auto& row : rows)
        page.items.push_back({.id = row.id,
                              .thread_code = row.thread_code,
                              .awaited = awaited_by(row),
                              .kind = row.kind,
                              .urgency = row.urgency,
                              .origin = party(row.origin_id, ""),
                              .destination = party(row.destination_id, ""),
                              .reason = reason_of(row.code),
                              .since = row.opened_at,
                              .due_at = row.due_at});
    return page;
}

}  // namespace hebra::referrals
