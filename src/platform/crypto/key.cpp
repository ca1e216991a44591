#include "platform/crypto/key.hpp"

#include <algorithm>
#include <mutex>
#include <new>
#include <stdexcept>
#include <vector>

#include "platform/crypto/keyed.hpp"
#include "platform/crypto/sodium.hpp"

namespace hebra::crypto {
namespace {

/// Slots of 32 bytes cut from guarded, locked slabs. Slabs are kept for the life of the process.
class Slots {
  public:
    std::uint8_t* take() {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) grow();
        auto* const slot = free_.back();
        free_.pop_back();
        return slot;
    }

    void give_back(std::uint8_t* slot) noexcept {
        sodium_memzero(slot, Key::k_size);
        const std::lock_guard lock(mutex_);
        free_.push_back(slot);  // never allocates: grow() reserved a place for every slot
    }

    bool locked() {
        const std::lock_guard lock(mutex_);
        if (slots_ == 0) grow();
        return locked_;
    }

  private:
    static constexpr std::size_t k_per_slab = 512;  // 16 KiB: four pages, a fraction of the usual 8 MiB lock limit

    void grow() {
        free_.reserve(slots_ + k_per_slab);
        auto* const slab = static_cast<std::uint8_t*>(sodium_allocarray(k_per_slab, Key::k_size));
        if (slab == nullptr) throw std::bad_alloc();
        // sodium_allocarray locks too, but does not say whether it could.
        locked_ = sodium_mlock(slab, k_per_slab * Key::k_size) == 0 && locked_;
        slots_ += k_per_slab;
        for (std::size_t i = k_per_slab; i-- > 0;) free_.push_back(slab + i * Key::k_size);
    }

    std::mutex mutex_;
    std::vector<std::uint8_t*> free_;
    std::size_t slots_ = 0;
    bool locked_ = true;
};

Slots& slots() {
    static auto& all = *new Slots;  // outlives every static that holds a key
    return all;
}

}  // namespace

Key::Key() : slot_(slots().take()) {}

Key::~Key() {
    if (slot_ != nullptr) slots().give_back(slot_);
}

Key Key::random() {
    return written_by([](Slot slot) { fill_random(slot); });
}

Key Key::from(BytesView bytes) {
    if (bytes.size() != k_size) throw std::invalid_argument("a key has 32 bytes");
    return written_by([&](Slot slot) { std::ranges::copy(bytes, slot.begin()); });
}

BytesView Key::reveal() const {
    if (slot_ == nullptr) throw std::logic_error("this key was moved away");
    return {slot_, k_size};
}

Key derive(const Key& parent, std::string_view purpose) {
    return Key::written_by([&](Key::Slot slot) { keyed_hash(parent, Domain::derive, bytes_of(purpose), slot); });
}

bool keys_are_locked() {
    return slots().locked();
}

}  // namespace hebra::crypto
