// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/inference_session.h"
#include "core/training/presets.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

namespace digitlab::test {

namespace {

/// Answers at once, and counts how often it was asked.
class CountingClassifier : public Classifier {
public:
    [[nodiscard]] const Model& model() const override { return m_model; }

    [[nodiscard]] std::vector<Verdict> classify(std::span<const DigitImage> images) const override {
        return std::vector<Verdict>(images.size());
    }

    [[nodiscard]] Insight lookInside(const DigitImage& image) const override {
        ++asked;
        seen = image;
        return {};
    }

    mutable std::atomic<int> asked = 0;
    mutable DigitImage seen{};

private:
    Model m_model;
};

Ink lineTo(double x) {
    return {{Point{10, 10, {}}, Point{x, 100, {}}}};
}

} // namespace

class InferenceSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        session = std::make_unique<InferenceSession>();
        classifier = std::make_shared<CountingClassifier>();
        session->setClassifier(classifier);
        requests.clear();
        connect(session.get(), &InferenceSession::answered, this,
                [this](const Reading& reading) { requests.push_back(reading.request); });
    }

    /// While the event loop is busy one answer waits, and the ink that came meanwhile is read once.
    void makesNoAnswersForABusyEventLoop() {
        session->read({lineTo(20)});
        QTRY_COMPARE(classifier->asked.load(), 1);
        QTRY_COMPARE(requests, std::vector<std::uint64_t>{1});
        for (const double x : {30.0, 40.0, 50.0, 60.0}) {
            session->read({lineTo(x)});
            std::this_thread::sleep_for(std::chrono::milliseconds(40)); // the loop is busy
        }
        QVERIFY(classifier->asked <= 2);
        QTRY_COMPARE(requests.size(), std::size_t{3});
        QCOMPARE(requests.back(), std::uint64_t{5});
    }

    /// The answer to ink that was cleared is not told, and the next ink is read all the same.
    void readsOnAfterWhatWasForgotten() {
        session->read({lineTo(20)});
        while (classifier->asked == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        session->forget();
        session->read({lineTo(30)});
        QTRY_VERIFY(!requests.empty());
        QCOMPARE(requests, std::vector<std::uint64_t>{2});
    }

    /// The network sees the drawing as it is without the steps that are left out.
    void readsWithTheStepsThatAreTaken() {
        Drawing drawing{lineTo(20), {240, 18}};
        session->read(drawing);
        QTRY_COMPARE(requests.size(), std::size_t{1});
        QCOMPARE(classifier->seen, renderInk(drawing.ink));
        drawing.steps.set(InkStep::Scale, false);
        session->read(drawing);
        QTRY_COMPARE(requests.size(), std::size_t{2});
        QCOMPARE(classifier->seen, inkStages(drawing).back());
        QVERIFY(classifier->seen != renderInk(drawing.ink));
    }

    /// A picture is read anew by another network, though there is no ink.
    void anotherNetworkReadsThePictureToo() {
        Drawing drawing{{}, {240, 18}};
        drawing.picture = std::make_shared<const DigitImage>();
        session->read(drawing);
        QTRY_COMPARE(requests.size(), std::size_t{1});
        session->setClassifier(std::make_shared<CountingClassifier>());
        QTRY_COMPARE(requests.size(), std::size_t{2});
    }

    /// Two digits at once are none, whatever the network says; on a picture nobody can tell.
    void twoDigitsSideBySideAreNone() {
        std::vector<float> isDigit;
        connect(session.get(), &InferenceSession::answered, this, [&](const Reading& reading) {
            isDigit.push_back(reading.insight->verdict.isDigit);
        });
        Drawing drawing{{{{10, 0}, {10, 100}}, {{90, 0}, {90, 100}}}, {240, 18}};
        session->read(drawing);
        QTRY_COMPARE(isDigit, std::vector<float>{0});
        drawing.picture = std::make_shared<const DigitImage>();
        session->read(drawing);
        QTRY_COMPARE(isDigit, (std::vector<float>{0, 1}));
    }

private:
    std::shared_ptr<CountingClassifier> classifier;
    std::unique_ptr<InferenceSession> session;
    std::vector<std::uint64_t> requests;
};

} // namespace digitlab::test

QTEST_GUILESS_MAIN(digitlab::test::InferenceSessionTest)
#include "inference_session_test.moc"
