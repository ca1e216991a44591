#include "platform/http/metrics.hpp"

#include <map>
#include <mutex>
#include <shared_mutex>
#include <sstream>
#include <tuple>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace hebra::http {
namespace {

/// Seconds.
const prometheus::Histogram::BucketBoundaries k_buckets = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                           0.1,    0.25,  0.5,    1,     2.5,  5,     10};

struct Counters {
    prometheus::Counter& requests;
    prometheus::Histogram& seconds;
};

using Key = std::tuple<std::string_view, Method, int>;  // route, method, status class

}  // namespace

struct Metrics::Parts {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter().Name("hebra_http_requests_total").Help("Requests answered").Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                             .Name("hebra_http_request_seconds")
                                                             .Help("From the whole request until its answer was ready")
                                                             .Register(registry);
    struct AskedGauge {
        prometheus::Gauge& gauge;
        std::function<double()> read;
    };
    std::vector<AskedGauge> gauges;
    std::map<Key, Counters> counters;  ///< the route's text lives in its own label
    std::shared_mutex mutex;

    Counters counters_of(const Served& served) {
        const Key key{served.route, served.method, served.status / 100};
        {
            const std::shared_lock lock(mutex);
            if (const auto at = counters.find(key); at != counters.end()) return at->second;
        }
        const std::string route(served.route.empty() ? "none" : served.route);
        const std::string method(text_of(served.method));
        const std::lock_guard lock(mutex);
        auto& counter = requests.Add(
            {{"method", method}, {"route", route}, {"status", std::to_string(served.status / 100) + "xx"}});
        auto& histogram = seconds.Add({{"method", method}, {"route", route}}, k_buckets);
        return counters.try_emplace(key, Counters{counter, histogram}).first->second;
    }
};

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const Served& served) {
    const auto counters = parts_->counters_of(served);
    counters.requests.Increment();
    counters.seconds.Observe(static_cast<double>(served.micros) / 1e6);
}

void Metrics::add_gauge(const std::string& name, const std::string& help, std::function<double()> read) {
    auto& family = prometheus::BuildGauge().Name(name).Help(help).Register(parts_->registry);
    const std::lock_guard lock(parts_->mutex);
    parts_->gauges.push_back({family.Add({}), std::move(read)});
}

std::string Metrics::text() const {
    {
        const std::shared_lock lock(parts_->mutex);
        for (const auto& asked : parts_->gauges) asked.gauge.Set(asked.read());
    }
    return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace hebra::http
