// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"

#include <dlfcn.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>

namespace digitlab {
namespace {

/// The engine as the program gets it; this test is linked with no part of LibTorch.
class ModuleTest : public testing::Test {
protected:
    ModuleTest() {
        void* module = dlopen(DIGITLAB_ENGINE_MODULE, RTLD_NOW | RTLD_LOCAL);
        if (module == nullptr) {
            ADD_FAILURE() << dlerror();
            return;
        }
        auto* create = reinterpret_cast<CreateEngine>(dlsym(module, kCreateEngine));
        engine.reset(create == nullptr ? nullptr : create());
    }
    void SetUp() override { ASSERT_NE(engine, nullptr); }

    std::unique_ptr<Engine> engine;
};

bool isLoaded(const std::string& library) {
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        if (line.find(library) != std::string::npos) {
            return true;
        }
    }
    return false;
}

TEST_F(ModuleTest, SaysWhatItRunsOn) {
    const EngineInfo info = engine->info();
    EXPECT_EQ(info.name, "LibTorch");
    EXPECT_FALSE(info.version.empty());
    EXPECT_FALSE(info.processor.empty());
    EXPECT_GE(info.threads, 1);
    ASSERT_EQ(info.devices.size(), 2U);
    EXPECT_EQ(info.devices[0].device, Device::Cpu);
    EXPECT_TRUE(info.devices[0].available);
    EXPECT_EQ(info.devices[1].device, Device::Cuda);
    EXPECT_EQ(info.devices[1].available, info.devices[1].reason.empty());
    ASSERT_EQ(info.precisions.size(), 2U);
    EXPECT_EQ(info.precisions[0].precision, Precision::Float32);
    EXPECT_TRUE(info.precisions[0].available);
    EXPECT_EQ(info.precisions[1].precision, Precision::BFloat16);
    EXPECT_EQ(info.precisions[1].available, info.precisions[1].reason.empty());
}

TEST_F(ModuleTest, FindsItsBlasAlthoughLoadedLocally) {
    const EngineInfo info = engine->info();
    if (isLoaded("/libopenblas")) {
        EXPECT_TRUE(info.blas.starts_with("OpenBLAS 0.")) << info.blas;
        EXPECT_FALSE(info.referenceBlas);
    } else if (isLoaded("/blas/libblas.so")) {
        EXPECT_TRUE(info.blas.starts_with("reference BLAS")) << info.blas;
        EXPECT_TRUE(info.referenceBlas);
    } else {
        EXPECT_FALSE(info.blas.empty());
    }
}

TEST_F(ModuleTest, LooksInside) {
    TrainingConfig config;
    config.network = {.convs = {{}}, .hidden = {8}};
    const auto classifier = engine->load(engine->create(config));
    EXPECT_EQ(classifier->lookInside({}).activations.size(), 4U);
}

} // namespace
} // namespace digitlab
