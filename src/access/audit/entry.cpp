#include "access/audit/entry.hpp"

namespace hebra::audit {
namespace {

void add(Bytes& out, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(size >> shift));
    out.insert(out.end(), part.begin(), part.end());
}

}  // namespace

RawEntry raw(const Entry& entry) {
    return {entry.id.text(),      entry.institution_id.text(), to_micros(entry.at), entry.user_id.text(), entry.acting_for.text(),
            entry.action,         entry.subject_id,            entry.person_id,     entry.fields,         entry.mac};
}

Bytes canonical(const RawEntry& entry) {
    Bytes out;
    out.reserve(256);
    add(out, entry.id);
    add(out, entry.institution_id);
    add(out, std::to_string(entry.at));
    add(out, entry.user_id);
    add(out, entry.acting_for);
    add(out, entry.action);
    add(out, entry.subject_id);
    add(out, entry.person_id ? "1" + *entry.person_id : "0");
    add(out, entry.fields);
    return out;
}

}  // namespace hebra::audit
