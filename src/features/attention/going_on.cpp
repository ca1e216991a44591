// Who goes on with an open contact when whoever attends it does no more.
#include <algorithm>
#include <map>

#include "core/commitments/giving.hpp"
#include "features/attention/contacts.hpp"

namespace hebra::attention {
namespace {

constexpr calendar::Allowance k_a_shift{8, calendar::Unit::hours};  // what is handed over is the next shift's

}  // namespace

void Contacts::ask_to_go_on(db::Tx& tx, InstitutionId institution, const store::OnThread& contact, std::optional<UserId> owner,
                            const commitments::Cause& cause) {
    commitments_.open(tx,
                      {.kind = k_go_on,
                       .subject = RecordId(contact.id.value()),
                       .institution = institution,
                       .owner = owner,
                       .thread = contact.thread_id,
                       .person = contact.person_id,
                       .term = commitments::Term::of(k_a_shift, commitments::CalendarKind::around_the_clock)},
                      cause);
}

std::int64_t Contacts::let_go(db::Tx& tx, UserId user, InstitutionId institution, const commitments::Cause& cause) {
    if (commitments::check_receiver(tx, commitments_.holders(), user, institution, k_go_on.name, "")) return 0;
    const auto left = store::hold_open_of(tx, institution, user);
    for (const auto& contact : left) ask_to_go_on(tx, institution, contact, std::nullopt, cause);
    return std::ssize(left);
}

std::int64_t Contacts::let_go_late() {
    std::vector<store::Attending> gone;
    database_.read([&](db::Reader& reader) {
        std::map<InstitutionId, std::vector<UserId>> able;
        for (const auto& one : store::attending_alone(reader, k_go_on.name)) {
            auto [known, is_new] = able.try_emplace(one.institution_id);
            if (is_new) known->second = commitments::receivers_of(reader, commitments_.holders(), one.institution_id, k_go_on.name);
            if (!std::ranges::binary_search(known->second, one.agent_id)) gone.push_back(one);
        }
    });
    std::int64_t left = 0;
    for (const auto& one : gone) {
        const Actor machine{.user = {}, .institution = one.institution_id, .session = {}, .permissions = {}};
        const auto done = database_.write(
            [&](db::Tx& tx) -> Result<std::int64_t> {
                const auto entry = audit_.record(tx, machine, {.action = "user.let_go", .subject = one.agent_id.value()});
                return let_go(tx, one.agent_id, one.institution_id, {clock_.now(), entry});
            },
            db::Urgency::bulk);
        left += done.value();
    }
    return left;
}

}  // namespace hebra::attention
