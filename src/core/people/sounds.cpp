#include "core/people/sounds.hpp"

#include "core/people/store.hpp"

namespace hebra::people {
namespace {

constexpr std::int64_t k_any = -1;
constexpr auto k_under_way = std::chrono::seconds(30);  // from when a sound is made ready to when it is committed, at most
constexpr auto k_read_again = std::chrono::minutes(10);  // all of them, should a machine's clock have jumped, or hung, longer

}  // namespace

bool KnownSounds::has(std::int64_t sound) const {
    return all_ || (bits_[static_cast<std::size_t>(sound) / 64] >> sound % 64 & 1);
}

void KnownSounds::add(std::int64_t sound) {
    if (sound == k_any) all_ = true;
    else bits_[static_cast<std::size_t>(sound % k_rough_sounds) / 64] |= std::uint64_t{1} << sound % 64;
}

std::shared_ptr<const KnownSounds> Sounds::known(db::Reader& reader, InstitutionId institution) {
    const Time now = clock_.now();
    Held held;
    {
        const std::scoped_lock lock(mutex_);
        auto& kept = institutions_[institution];
        if (now - kept.read_whole > k_read_again) kept.since = Time{};
        held = kept;
    }
    const bool whole = held.since == Time{};
    for (const auto& [sound, created_at] : store::sounds_since(reader, institution, held.since)) {
        held.sounds->add(sound);
        held.since = std::max(held.since, created_at - k_under_way);
    }
    const std::scoped_lock lock(mutex_);
    auto& kept = institutions_[institution];
    kept.since = std::max(kept.since, held.since);
    if (whole) kept.read_whole = now;
    return held.sounds;
}

std::vector<std::int64_t> Sounds::unheard(InstitutionId institution, std::vector<std::int64_t> sounds) {
    const std::scoped_lock lock(mutex_);
    if (const auto held = institutions_.find(institution); held != institutions_.end())
        std::erase_if(sounds, [&](std::int64_t sound) { return held->second.sounds->has(sound); });
    return sounds;
}

}  // namespace hebra::people
