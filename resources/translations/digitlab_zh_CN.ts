<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Flow</name>
    <message>
        <source>conv %1×%1</source>
        <translation>卷积 %1×%1</translation>
    </message>
    <message>
        <source>max pool %1</source>
        <translation>最大池化 %1</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>conv%1</source>
        <translation>卷积 %1</translation>
    </message>
    <message>
        <source>pool%1</source>
        <translation>池化 %1</translation>
    </message>
    <message>
        <source>dense%1</source>
        <translation>全连接 %1</translation>
    </message>
    <message>
        <source>pool %1</source>
        <translation>池化 %1</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>configText</name>
    <message>
        <source>other layers</source>
        <translation>不同的层</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The data set in %1 is incomplete: the file %2 (plain or .gz) is missing. ./run fetches MNIST; of another data set, put the four files there.</source>
        <translation>%1 中的数据集不完整：缺少文件 %2（未压缩或 .gz 均可）。./run 会获取 MNIST；若使用其他数据集，请将四个文件放入该文件夹。</translation>
    </message>
    <message>
        <source>There is no data set: the folder %1 does not exist. ./run fetches MNIST; of another data set, put its four files (such as train-images-idx3-ubyte) there.</source>
        <translation>没有数据集：文件夹 %1 不存在。./run 会获取 MNIST；若使用其他数据集，请将它的四个文件（如 train-images-idx3-ubyte）放入该文件夹。</translation>
    </message>
    <message>
        <source>%1 has %2 images, but %3 has %4 labels; as many were expected.</source>
        <translation>%1 有 %2 幅图像，而 %3 有 %4 个标签；两者数量应相同。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read to its end: only %2 of its %3 bytes came.</source>
        <translation>无法完整读取文件 %1：共 %3 字节，只读到 %2 字节。</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>%1 cannot be read: it is no regular file.</source>
        <translation>无法读取 %1：它不是普通文件。</translation>
    </message>
    <message>
        <source>The file %1 would become too large: it would have %2 bytes, at most %3 are possible.</source>
        <translation>文件 %1 会变得过大：将有 %2 字节，最多只能有 %3 字节。</translation>
    </message>
    <message>
        <source>The file %1 is too large: it has %2 bytes, at most %3 were expected.</source>
        <translation>文件 %1 过大：有 %2 字节，最多应为 %3 字节。</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked: out of memory.</source>
        <translation>无法解压 %1：内存不足。</translation>
    </message>
    <message>
        <source>%1 is damaged: its gzip data cannot be unpacked (%2).</source>
        <translation>%1 已损坏：其 gzip 数据无法解压（%2）。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2 bytes that are no gzip data follow its end.</source>
        <translation>%1 已损坏：末尾之后还有 %2 字节不属于 gzip 数据。</translation>
    </message>
    <message>
        <source>%1 is too large: it unpacks to more than the %2 bytes that were expected.</source>
        <translation>%1 过大：解压后超过预期的 %2 字节。</translation>
    </message>
    <message>
        <source>%1 is incomplete: its gzip data end early, after %2 unpacked bytes.</source>
        <translation>%1 不完整：其 gzip 数据提前结束，只解压出 %2 字节。</translation>
    </message>
    <message>
        <source>%1 is no IDX file: it has %2 bytes, less than the header needs.</source>
        <translation>%1 不是 IDX 文件：只有 %2 字节，不足以容纳文件头。</translation>
    </message>
    <message>
        <source>%1 is no IDX file: it does not begin with %2.</source>
        <translation>%1 不是 IDX 文件：它不是以 %2 开头。</translation>
    </message>
    <message>
        <source>%1 holds IDX values of type %2; unsigned bytes (type 8) were expected.</source>
        <translation>%1 中 IDX 数据的类型为 %2；应为无符号字节（类型 8）。</translation>
    </message>
    <message>
        <source>%1 holds no images: its IDX header gives %2 dimensions, 3 were expected.</source>
        <translation>%1 中不是图像：其 IDX 文件头给出 %2 个维度，应为 3 个。</translation>
    </message>
    <message>
        <source>%1 holds no labels: its IDX header gives %2 dimensions, 1 was expected.</source>
        <translation>%1 中不是标签：其 IDX 文件头给出 %2 个维度，应为 1 个。</translation>
    </message>
    <message>
        <source>%1 holds images of %2 rows and %3 columns; square ones were expected.</source>
        <translation>%1 中的图像为 %2 行 %3 列；应为正方形图像。</translation>
    </message>
    <message>
        <source>%1 holds images of %2×%2 pixels; a side from 1 to %3 was expected.</source>
        <translation>%1 中的图像为 %2×%2 像素；边长应为 1 到 %3。</translation>
    </message>
    <message>
        <source>%1 is incomplete: it has %2 bytes, its header alone needs %3.</source>
        <translation>%1 不完整：只有 %2 字节，仅文件头就需要 %3 字节。</translation>
    </message>
    <message>
        <source>%1 is empty: its header gives a count of 0.</source>
        <translation>%1 是空的：其文件头给出的数量为 0。</translation>
    </message>
    <message>
        <source>%1 is too large: its header promises %2 bytes, at most %3 can be used.</source>
        <translation>%1 过大：其文件头声明有 %2 字节，最多可用 %3 字节。</translation>
    </message>
    <message>
        <source>%1 is incomplete: it has %2 bytes, its header promises %3.</source>
        <translation>%1 不完整：只有 %2 字节，而文件头声明有 %3 字节。</translation>
    </message>
    <message>
        <source>%1 is too long: it has %2 bytes, its header promises %3.</source>
        <translation>%1 过长：有 %2 字节，而文件头声明为 %3 字节。</translation>
    </message>
    <message>
        <source>%1: label number %2 is %3; 0 to 9 was expected.</source>
        <translation>%1：第 %2 个标签是 %3；应为 0 到 9。</translation>
    </message>
    <message>
        <source>%1 is incomplete: its header promises %2 bytes, which its %3 packed bytes cannot hold.</source>
        <translation>%1 不完整：其文件头声明有 %2 字节，而 %3 字节的压缩数据容纳不下。</translation>
    </message>
    <message>
        <source>%1, line %2: the line is too long: it has %3 bytes, at most %4 were expected.</source>
        <translation>%1 第 %2 行：该行过长：有 %3 字节，最多应为 %4 字节。</translation>
    </message>
    <message>
        <source>%1, line %2: the key &quot;label&quot; is missing; 0 to 9 was expected, or null for what is no digit.</source>
        <translation>%1 第 %2 行：缺少键“label”；应为 0 到 9，不是数字时为 null。</translation>
    </message>
    <message>
        <source>%1, line %2: the key &quot;strokes&quot; is missing; a list of strokes was expected.</source>
        <translation>%1 第 %2 行：缺少键“strokes”；应为笔画列表。</translation>
    </message>
    <message>
        <source>%1, line %2: a point of stroke %3 has %4 numbers; x and y were expected.</source>
        <translation>%1 第 %2 行：第 %3 笔中有一个点含 %4 个数；应为 x 和 y。</translation>
    </message>
    <message>
        <source>%1, line %2: the line is no valid JSON (at character %3); {&quot;label&quot;:7,&quot;strokes&quot;:[[[x,y],…],…]} was expected.</source>
        <translation>%1 第 %2 行：该行不是有效的 JSON（第 %3 个字符处）；应为 {&quot;label&quot;:7,&quot;strokes&quot;:[[[x,y],…],…]}。</translation>
    </message>
    <message>
        <source>%1, line %2: the line is no JSON object; {&quot;label&quot;:7,&quot;strokes&quot;:[[[x,y],…],…]} was expected.</source>
        <translation>%1 第 %2 行：该行不是 JSON 对象；应为 {&quot;label&quot;:7,&quot;strokes&quot;:[[[x,y],…],…]}。</translation>
    </message>
    <message>
        <source>%1, line %2: the label is no whole number; 0 to 9 was expected, or null for what is no digit.</source>
        <translation>%1 第 %2 行：标签不是整数；应为 0 到 9，不是数字时为 null。</translation>
    </message>
    <message>
        <source>%1, line %2: the writer is no text; a name in quotes was expected.</source>
        <translation>%1 第 %2 行：书写者不是文本；应为带引号的名称。</translation>
    </message>
    <message>
        <source>%1, line %2: the strokes are malformed; a list of strokes was expected, each a list of points [x,y].</source>
        <translation>%1 第 %2 行：笔画格式有误；应为笔画列表，每一笔是点 [x,y] 的列表。</translation>
    </message>
    <message>
        <source>%1, line %2: the JSON is nested too deeply; at most %3 levels were expected.</source>
        <translation>%1 第 %2 行：JSON 嵌套过深；最多应为 %3 层。</translation>
    </message>
    <message>
        <source>%1, line %2: the label is %3; 0 to 9 was expected, or null for what is no digit.</source>
        <translation>%1 第 %2 行：标签是 %3；应为 0 到 9，不是数字时为 null。</translation>
    </message>
    <message>
        <source>%1, line %2: a point of stroke %3 lies at %4; a number from -1e9 to 1e9 was expected.</source>
        <translation>%1 第 %2 行：第 %3 笔中有一个点位于 %4；应为 -1e9 到 1e9 之间的数。</translation>
    </message>
    <message>
        <source>The engine ran out of memory.</source>
        <translation>引擎内存不足。</translation>
    </message>
    <message>
        <source>The engine (LibTorch) failed: %1</source>
        <translation>引擎（LibTorch）出错：%1</translation>
    </message>
    <message>
        <source>this LibTorch was built without CUDA</source>
        <translation>此 LibTorch 未启用 CUDA</translation>
    </message>
    <message>
        <source>no CUDA device was found</source>
        <translation>未找到 CUDA 设备</translation>
    </message>
    <message>
        <source>The device &quot;cuda&quot; cannot be used: %1. Choose &quot;cpu&quot; instead.</source>
        <translation>无法使用设备“cuda”：%1。请改选“cpu”。</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number (epoch %1, step %2). A learning rate lower than %3 may help.</source>
        <translation>损失已不再是有限的数（第 %1 轮，第 %2 步）。可尝试低于 %3 的学习率。</translation>
    </message>
    <message>
        <source>The engine was given %1 images of %2×%2 pixels with %3 labels; images of %4×%4 pixels with a label each are expected.</source>
        <translation>引擎收到 %1 幅 %2×%2 像素的图像和 %3 个标签；应为 %4×%4 像素的图像，每幅对应一个标签。</translation>
    </message>
    <message>
        <source>Batch norm behind maps of one pixel cannot learn from one image at a time; a batch size of at least 2 is expected.</source>
        <translation>在只有一个像素的特征图之后，批归一化无法每次只用一幅图像学习；批大小至少应为 2。</translation>
    </message>
    <message>
        <source>The model has %1 tensors; its network needs %2.</source>
        <translation>模型有 %1 个张量；其网络需要 %2 个。</translation>
    </message>
    <message>
        <source>The model has the tensor %1 where its network needs %2.</source>
        <translation>模型中的张量是 %1，而其网络在此处需要 %2。</translation>
    </message>
    <message>
        <source>The model&apos;s tensor %1 holds %2 numbers; %3 are expected.</source>
        <translation>模型的张量 %1 含 %2 个数；应为 %3 个。</translation>
    </message>
    <message>
        <source>The model&apos;s tensor %1 holds numbers that are not finite.</source>
        <translation>模型的张量 %1 中有非有限的数。</translation>
    </message>
    <message>
        <source>A picture of %1×%2 pixels cannot be read as a digit: at least one pixel was expected.</source>
        <translation>无法将 %1×%2 像素的图片识别为数字：至少应有一个像素。</translation>
    </message>
    <message>
        <source>A picture cannot be read as a digit: it has %1 pixels, but %2×%3 = %4 were expected.</source>
        <translation>无法将图片识别为数字：它有 %1 个像素，应为 %2×%3 = %4 个。</translation>
    </message>
    <message>
        <source>%1: its description is nested more than %2 levels deep; a model file has three</source>
        <translation>%1：其描述的嵌套超过 %2 层；模型文件只有三层</translation>
    </message>
    <message>
        <source>%1: its description has &quot;%2&quot; twice; once is expected</source>
        <translation>%1：其描述中“%2”出现了两次；应只出现一次</translation>
    </message>
    <message>
        <source>%1: its description lists more than %2 things; at most so many are expected</source>
        <translation>%1：其描述列出的内容超过 %2 项；最多应为这么多项</translation>
    </message>
    <message>
        <source>%1: its description is no JSON (%2)</source>
        <translation>%1：其描述不是 JSON（%2）</translation>
    </message>
    <message>
        <source>%1: its description is no JSON object, which is expected</source>
        <translation>%1：其描述不是 JSON 对象；应为 JSON 对象</translation>
    </message>
    <message>
        <source>%1: its %2 is no number from 0 to %3, which is expected</source>
        <translation>%1：其 %2 不是 0 到 %3 之间的数；应在此范围内</translation>
    </message>
    <message>
        <source>%1: is a safetensors file of another program; a model that Digit Lab saved is expected</source>
        <translation>%1：是其他程序的 safetensors 文件；应为 Digit Lab 保存的模型</translation>
    </message>
    <message>
        <source>%1: is a model file of version %2; version %3 is expected</source>
        <translation>%1：是版本 %2 的模型文件；应为版本 %3</translation>
    </message>
    <message>
        <source>%1: has no configuration; a model file names its network there</source>
        <translation>%1：缺少配置；模型文件应在其中说明它的网络</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; of %3 is missing, which its network needs</source>
        <translation>%1：缺少其网络所需的张量“%2”（%3）</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; is %3; its network expects %4</source>
        <translation>%1：张量“%2”为 %3；其网络需要 %4</translation>
    </message>
    <message>
        <source>%1: has a tensor &quot;%2&quot;, which its network does not have</source>
        <translation>%1：含有张量“%2”，而其网络中没有它</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; has a value that is not finite; the model is of no use</source>
        <translation>%1：张量“%2”中有非有限的值；该模型无法使用</translation>
    </message>
    <message>
        <source>%1: the file has %2 bytes; a safetensors file has at least 8 and its header</source>
        <translation>%1：文件只有 %2 字节；safetensors 文件至少有 8 字节再加文件头</translation>
    </message>
    <message>
        <source>%1: is no model file: its header would have %2 bytes; at most %3 are expected</source>
        <translation>%1：不是模型文件：其文件头将有 %2 字节；最多应为 %3 字节</translation>
    </message>
    <message>
        <source>%1: the file is cut short: its header should have %2 bytes; only %3 follow</source>
        <translation>%1：文件被截断：其文件头应有 %2 字节；实际只有 %3 字节</translation>
    </message>
    <message>
        <source>%1: its metadata is damaged; an object of texts is expected</source>
        <translation>%1：其元数据已损坏；应为由文本组成的对象</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; in its metadata is no text</source>
        <translation>%1：其元数据中的“%2”不是文本</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; is of another type; F32 is expected</source>
        <translation>%1：张量“%2”的类型不符；应为 F32</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; lies outside of the file, which has %3 bytes of tensors; it is damaged or cut short</source>
        <translation>%1：张量“%2”超出了文件范围（文件中的张量共 %3 字节）；文件已损坏或被截断</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; has %3 bytes, which does not match its shape</source>
        <translation>%1：张量“%2”有 %3 字节，与其形状不符</translation>
    </message>
    <message>
        <source>%1: the tensor &quot;%2&quot; overlaps another one or leaves a gap; one tensor right behind the other is expected</source>
        <translation>%1：张量“%2”与其他张量重叠或留有空隙；各张量应紧密相接</translation>
    </message>
    <message>
        <source>%1: has %2 bytes behind its last tensor; none are expected</source>
        <translation>%1：最后一个张量之后还有 %2 字节；不应有多余内容</translation>
    </message>
    <message>
        <source>conv %1: a %2×%2 kernel does not fit its %3×%3 input; at most %3×%3 is possible</source>
        <translation>卷积 %1：%2×%2 的卷积核大于其 %3×%3 的输入；最大可为 %3×%3</translation>
    </message>
    <message>
        <source>conv %1: a %2×%2 kernel does not fit its %3×%3 input with a padding of %4; at most %5×%5 is possible</source>
        <translation>卷积 %1：%2×%2 的卷积核大于其 %3×%3、填充为 %4 的输入；最大可为 %5×%5</translation>
    </message>
    <message>
        <source>conv %1: a padding of %2 is too wide for its %3×%3 kernel; less than %3 is expected</source>
        <translation>卷积 %1：对 %3×%3 的卷积核来说，填充 %2 过大；应小于 %3</translation>
    </message>
    <message>
        <source>conv %1: a pool of %2×%2 does not fit its %3×%3 maps; at most %3×%3 is possible</source>
        <translation>卷积 %1：%2×%2 的池化大于其 %3×%3 的特征图；最大可为 %3×%3</translation>
    </message>
    <message>
        <source>the network has %1 parameters; at most %2 are expected</source>
        <translation>网络有 %1 个参数；最多应为 %2 个</translation>
    </message>
    <message>
        <source>%1: %2 was given; expected true or false</source>
        <translation>%1：给出的是 %2；应为 true 或 false</translation>
    </message>
    <message>
        <source>%1: %2 was given; expected a whole number</source>
        <translation>%1：给出的是 %2；应为整数</translation>
    </message>
    <message>
        <source>%1: %2 was given; expected a number</source>
        <translation>%1：给出的是 %2；应为数字</translation>
    </message>
    <message>
        <source>%1: %2 was given; expected a name</source>
        <translation>%1：给出的是 %2；应为名称</translation>
    </message>
    <message>
        <source>A configuration must be a JSON object that names its &quot;preset&quot;.</source>
        <translation>配置必须是指明了“preset”的 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 is out of range; expected a whole number from %2 to %3</source>
        <translation>%1 超出范围；应为 %2 到 %3 之间的整数</translation>
    </message>
    <message>
        <source>%1 is out of range; expected a number from %2 to %3</source>
        <translation>%1 超出范围；应为 %2 到 %3 之间的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no choice; expected one of %2</source>
        <translation>没有“%1”这个选项；应为以下之一：%2</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; was given; expected true or false</source>
        <translation>%1：给出的是“%2”；应为 true 或 false</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; was given; expected a whole number</source>
        <translation>%1：给出的是“%2”；应为整数</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; was given; expected a number</source>
        <translation>%1：给出的是“%2”；应为数字</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; in preset &quot;%2&quot;; expected one of %3.</source>
        <translation>预设“%2”中没有字段“%1”；应为以下之一：%3。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A network with the recipe that trains it well.</source>
        <translation>一个网络，连同适合它的训练方案。</translation>
    </message>
    <message>
        <source>Conv %1 channels</source>
        <translation>卷积 %1 通道数</translation>
    </message>
    <message>
        <source>How many kernels this convolution learns; each gives one feature map.</source>
        <translation>此卷积层学习多少个卷积核；每个卷积核产生一幅特征图。</translation>
    </message>
    <message>
        <source>Conv %1 kernel</source>
        <translation>卷积 %1 核大小</translation>
    </message>
    <message>
        <source>Height and width of each kernel.</source>
        <translation>每个卷积核的高和宽。</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Conv %1 padding</source>
        <translation>卷积 %1 填充</translation>
    </message>
    <message>
        <source>Zeros around the input on each side; half the kernel keeps the size.</source>
        <translation>在输入四周各补多少圈零；取卷积核的一半可保持尺寸不变。</translation>
    </message>
    <message>
        <source>Conv %1 max pool</source>
        <translation>卷积 %1 最大池化</translation>
    </message>
    <message>
        <source>Keeps the largest of each square of this size; 1 keeps all.</source>
        <translation>在每个这样大小的方块中只保留最大值；1 表示全部保留。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>What comes last: plain logits, or ReLU and softmax as in the article, which cross entropy then squashes a second time.</source>
        <translation>最后一步的输出：直接输出 logits，或如文章那样经过 ReLU 和 softmax；后者会被交叉熵再压缩一次。</translation>
    </message>
    <message>
        <source>Dense %1 units</source>
        <translation>全连接 %1 单元数</translation>
    </message>
    <message>
        <source>How many outputs this hidden dense layer has.</source>
        <translation>此全连接隐藏层有多少个输出。</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Normalises each feature map over the batch, which lets the network learn faster.</source>
        <translation>在整个批次上对每幅特征图做归一化，使网络学得更快。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of each hidden dense layer&apos;s outputs that is left out at random while it trains, against overfitting.</source>
        <translation>训练时随机丢弃全连接隐藏层输出的比例，用来防止过拟合。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>How many images make one step.</source>
        <translation>每一步使用多少幅图像。</translation>
    </message>
    <message>
        <source>images</source>
        <translation>张</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How often each training image is seen.</source>
        <translation>每幅训练图像被学习多少遍（epoch 数）。</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How the gradients become a step of the weights.</source>
        <translation>如何由梯度得到权重的更新。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The length of each step; the highest, where a schedule changes it.</source>
        <translation>每一步的步长；使用学习率调度时为其最大值。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Share of the last step that the next one keeps (SGD and RMSprop).</source>
        <translation>下一步保留上一步更新的比例（用于 SGD 和 RMSprop）。</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Looks one step ahead along the momentum (SGD).</source>
        <translation>沿动量方向预先看一步（用于 SGD）。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls the weights towards zero, against overfitting.</source>
        <translation>使权重趋向零，用来防止过拟合。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate changes during the run.</source>
        <translation>训练过程中学习率如何变化。</translation>
    </message>
    <message>
        <source>Step every</source>
        <translation>衰减间隔</translation>
    </message>
    <message>
        <source>Epochs between two steps of the schedule.</source>
        <translation>相邻两次阶梯衰减之间的轮数。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Step factor</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>What each step of the schedule multiplies the learning rate by.</source>
        <translation>每次阶梯衰减时学习率所乘的系数。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Stops after so many epochs without a better validation loss and keeps the best; 0 never stops early.</source>
        <translation>验证损失连续这么多轮没有改善就停止，并保留最佳结果；0 表示不早停。</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turns each training image by up to so much, to either side.</source>
        <translation>将每幅训练图像向任一方向旋转，最多这么多度。</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Moves each training image by up to so much in each direction.</source>
        <translation>将每幅训练图像沿各方向平移，最多这么多像素。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Makes each training image larger or smaller by up to so much.</source>
        <translation>将每幅训练图像放大或缩小，最多这个比例。</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Slants each training image by up to so much, to either side.</source>
        <translation>将每幅训练图像向任一侧倾斜，最多这么多度。</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>At most so many images are learned from.</source>
        <translation>最多用这么多幅图像训练。</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Share of the training set that is held out to watch the run; the test set is never used for it.</source>
        <translation>从训练集中留出、用于监测训练的比例；测试集绝不用于此。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where all chance starts from: the same seed gives the same run.</source>
        <translation>一切随机性的起点：种子相同，运行结果就相同。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What the network is trained on.</source>
        <translation>在什么设备上训练网络。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Two convolutions and one wide dense layer: the network that this laboratory grew from.</source>
        <translation>两个卷积层和一个宽的全连接层：本实验室由这个网络发展而来。</translation>
    </message>
    <message>
        <source>The classic of LeCun et al. (1998), with ReLU and max pooling as it is built today.</source>
        <translation>LeCun 等人（1998）的经典网络，按如今的做法使用 ReLU 和最大池化。</translation>
    </message>
    <message>
        <source>There is no preset &quot;%1&quot;; expected one of %2.</source>
        <translation>没有预设“%1”；应为以下之一：%2。</translation>
    </message>
    <message>
        <source>Splitting the training set of %1 images with %2 % for validation leaves none to learn from; at least one is expected.</source>
        <translation>训练集共 %1 幅图像，留出 %2% 作验证后已没有可供学习的图像；至少应剩一幅。</translation>
    </message>
    <message>
        <source>--set: &quot;%1&quot; was given; expected key=value.</source>
        <translation>--set：给出的是“%1”；应为 key=value。</translation>
    </message>
    <message>
        <source>Cannot load the engine %1: %2.</source>
        <translation>无法加载引擎 %1：%2。</translation>
    </message>
    <message>
        <source>The built-in model is missing in this build.</source>
        <translation>此构建中缺少内置模型。</translation>
    </message>
    <message>
        <source>Cannot read the picture %1: %2. Expected a PNG or JPEG file.</source>
        <translation>无法读取图片 %1：%2。应为 PNG 或 JPEG 文件。</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>An unexpected failure: %1</source>
        <translation>意外错误：%1</translation>
    </message>
    <message>
        <source>Reading the drawing failed: %1</source>
        <translation>识别笔迹失败：%1</translation>
    </message>
    <message>
        <source>Cannot make a folder for the run in %1: %2.</source>
        <translation>无法在 %1 中为本次运行创建文件夹：%2。</translation>
    </message>
    <message>
        <source>Training failed: %1</source>
        <translation>训练失败：%1</translation>
    </message>
    <message>
        <source>%1 holds no ink to score; at least one line was expected.</source>
        <translation>%1 中没有可供评估的笔迹;至少应有一行。</translation>
    </message>
    <message>
        <source>Cannot read the picture %1: it has %2×%3 pixels; at most %4 were expected.</source>
        <translation>无法读取图片 %1:它有 %2×%3 像素;最多应为 %4 像素。</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>its name is no UTF-8</source>
        <translation>其名称不是 UTF-8</translation>
    </message>
    <message>
        <source>Bend</source>
        <translation>弯曲</translation>
    </message>
    <message>
        <source>Bends each training image like rubber: each of its points moves by up to so much.</source>
        <translation>像橡皮一样弯曲每张训练图像：图中每个点最多移动这么多。</translation>
    </message>
    <message>
        <source>Stroke width</source>
        <translation>笔画粗细</translation>
    </message>
    <message>
        <source>Draws each training image with a pen that is wider or narrower by up to so much.</source>
        <translation>让每张训练图像的笔画变粗或变细，最多变化这么多。</translation>
    </message>
    <message>
        <source>Drawn digits</source>
        <translation>合成数字</translation>
    </message>
    <message>
        <source>Share of the training images that are replaced by digits which the program draws itself, in the many ways in which people do.</source>
        <translation>训练图像中由程序自己书写的数字所替换的比例；这些数字模仿人们的各种写法。</translation>
    </message>
    <message>
        <source>Non-digits</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>Share of the training images that are replaced by scribbles, letters and other things that are no digit, for which the network learns to be undecided.</source>
        <translation>训练图像中由涂鸦、字母等非数字所替换的比例；网络从中学会对它们不作判断。</translation>
    </message>
    <message>
        <source>Processor threads that train; 0 takes one for each core.</source>
        <translation>用于训练的处理器线程数；0 表示每个核心一个。</translation>
    </message>
    <message>
        <source>Two small convolutions with batch norm and one epoch: 99 % on MNIST in a few seconds.</source>
        <translation>两个带批归一化的小卷积，只训练一轮：几秒钟内在 MNIST 上达到 99 %。</translation>
    </message>
    <message>
        <source>%1 holds no digit to learn from; at least one line with a label was expected.</source>
        <translation>%1 中没有可供学习的数字；应至少有一行带标签。</translation>
    </message>
    <message>
        <source>this processor lacks the instructions %1</source>
        <translation>此处理器缺少 %1 指令</translation>
    </message>
    <message>
        <source>The precision &quot;bfloat16&quot; cannot be used: %1. Choose &quot;float32&quot; instead.</source>
        <translation>无法使用数值精度“bfloat16”：%1。请改选“float32”。</translation>
    </message>
    <message>
        <source>bfloat16 is for the device &quot;cpu&quot;; expected float32 for any other</source>
        <translation>bfloat16 只用于设备“cpu”；其他设备应选 float32</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数值精度</translation>
    </message>
    <message>
        <source>How numbers are rounded before dense layers multiply them: bfloat16 keeps 8 bits of each, which some processors multiply faster. Weights and sums stay float32.</source>
        <translation>全连接层相乘之前如何舍入数值：bfloat16 每个数保留 8 位有效数字（二进制），有些处理器算得更快。权重与求和仍为 float32。</translation>
    </message>
    <message>
        <source>%1: the %2 of its confidence is no number from %3 to %4, which is expected</source>
        <translation>%1：其置信度的 %2 不是 %3 到 %4 之间的数，应为这样的数</translation>
    </message>
    <message>
        <source>%1: the %2 of its confidence is no list of numbers, which is expected</source>
        <translation>%1：其置信度的 %2 不是数字列表，应为数字列表</translation>
    </message>
    <message>
        <source>%1: its confidence has %2 numbers for %3 hidden units; %4 for each of 1 to %5 are expected</source>
        <translation>%1：其置信度有 %2 个数，对应 %3 个隐藏单元；应有 1 到 %5 个单元，每个 %4 个数</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Share of the training images that are replaced by digits which you kept, if there are any.</source>
        <translation>训练图像中被您保留的数字替换的比例（如果有保留的数字）。</translation>
    </message>
    <message>
        <source>There is nothing to teach: no digit is kept; at least one was expected.</source>
        <translation>没有可教的内容：没有保留任何数字；应至少有一个。</translation>
    </message>
    <message>
        <source>Teaching failed: %1</source>
        <translation>教学失败：%1</translation>
    </message>
    <message>
        <source>Five small convolutions with batch norm and dropout, trained on images that are turned, moved and bent: small, and accurate.</source>
        <translation>五个较小的卷积层，带批归一化和 Dropout，用经过旋转、平移和变形的图像训练：小巧而准确。</translation>
    </message>
    <message>
        <source>Five wide convolutions with batch norm and dropout, trained for long: the most accurate. With real strokes it makes the built-in model.</source>
        <translation>五个较宽的卷积层，带批归一化和 Dropout，训练时间较长：最准确。加上真实笔迹，就得到内置模型。</translation>
    </message>
    <message>
        <source>The maps of a batch of %1 images take %2 GB of memory in this network; at most %3 GB are there. Choose smaller batches, fewer channels or earlier pooling.</source>
        <translation>在这个网络中，一批 %1 张图像的特征图需要 %2 GB 内存，而最多只有 %3 GB。请选择更小的批次、更少的通道或更早的池化。</translation>
    </message>
    <message>
        <source>The run cannot go on with other images than it began with: it learned from %1 of a training set with the checksum %2; this one gives %3, and its checksum is %4.</source>
        <translation>运行只能用开始时的图像继续：它曾从校验和为 %2 的训练集中学习 %1 幅图像；现在的训练集提供 %3 幅，校验和为 %4。</translation>
    </message>
    <message>
        <source>%1: does not tell its %2, which a checkpoint is expected to</source>
        <translation>%1：缺少 %2，检查点应当包含它</translation>
    </message>
    <message>
        <source>%1: the figures of its epochs are damaged; numbers from 0 on are expected</source>
        <translation>%1：各轮的数据已损坏；应为不小于 0 的数</translation>
    </message>
    <message>
        <source>%1: has the figures of %2 epochs; those of %3 are expected after %4 batches</source>
        <translation>%1：包含 %2 轮的数据；学完 %4 个批次后应有 %3 轮</translation>
    </message>
    <message>
        <source>%1: the figures of its epochs are damaged; %2 of each are expected</source>
        <translation>%1：各轮的数据已损坏；每轮应有 %2 个数</translation>
    </message>
    <message>
        <source>%1: has learned from %2 batches; from 1 to %3 are expected of its settings</source>
        <translation>%1：已学 %2 个批次；按其设置应为 1 到 %3 个</translation>
    </message>
    <message>
        <source>%1: is no checkpoint; the checkpoint.safetensors of a run is expected</source>
        <translation>%1：不是检查点；应为某次运行的 checkpoint.safetensors</translation>
    </message>
    <message>
        <source>%1: is a checkpoint of version %2; version %3 is expected</source>
        <translation>%1：是版本 %2 的检查点；应为版本 %3</translation>
    </message>
    <message>
        <source>%1: is the checkpoint of a run, which can be resumed; a model is expected, such as the model.safetensors of the run</source>
        <translation>%1：是某次运行的检查点，可用来继续运行；此处应为模型，例如该运行的 model.safetensors</translation>
    </message>
    <message>
        <source>The run cannot go on to %1 epochs: its schedule has chosen each learning rate for a run of %2 epochs; only the schedules &quot;constant&quot; and &quot;step&quot; let a run go on further.</source>
        <translation>运行不能延长到 %1 轮：其调度已按 %2 轮确定了每一步的学习率；只有 &quot;constant&quot; 和 &quot;step&quot; 两种调度允许延长运行。</translation>
    </message>
    <message>
        <source>The run has nothing left to do: %1 of %2 epochs are done.</source>
        <translation>运行已无事可做：%2 轮中已完成 %1 轮。</translation>
    </message>
    <message>
        <source>The run has nothing left to do: early stopping ended it after epoch %1.</source>
        <translation>运行已无事可做：早停已在第 %1 轮后结束了它。</translation>
    </message>
    <message>
        <source>--resume: &quot;%1&quot; was given, but a resumed run learns as it began; of its fields only epochs may be given.</source>
        <translation>--resume：给出了“%1”，但继续的运行须按原来的设置学习；字段中只能给出 epochs。</translation>
    </message>
    <message>
        <source>it is not empty; a new or empty folder is expected</source>
        <translation>它不是空的；应为新文件夹或空文件夹</translation>
    </message>
    <message>
        <source>%1 is no run; the folder of a run, or the %2 in it, is expected.</source>
        <translation>%1 不是一次运行；应为运行的文件夹或其中的 %2。</translation>
    </message>
    <message>
        <source>The run cannot be kept: %1</source>
        <translation>无法保存本次运行：%1</translation>
    </message>
    <message>
        <source>The scans are incomplete: the file %1 (plain or .gz) is missing; it was expected beside the images.</source>
        <translation>扫描数据不完整：缺少文件 %1（未压缩或 .gz）；它应与图像放在一起。</translation>
    </message>
    <message>
        <source>%1 has %2 images, but %3 has %4 writers; as many were expected.</source>
        <translation>%1 有 %2 张图像，而 %3 有 %4 个书写者编号；两者应一样多。</translation>
    </message>
    <message>
        <source>%1 holds no digit by the writers who were asked for; at least one was expected.</source>
        <translation>%1 中没有所要求的书写者写的数字；至少应有一个。</translation>
    </message>
    <message>
        <source>The picture %1 cannot be made: %2×%3 pixels are more than there is memory for.</source>
        <translation>无法生成图片 %1：%2×%3 像素超出了可用内存。</translation>
    </message>
    <message>
        <source>The run in %1 is under way in another window or program; one that was stopped is expected.</source>
        <translation>%1 中的运行正在另一个窗口或程序中进行；应为已停止的运行。</translation>
    </message>
    <message>
        <source>%1 holds no ink to import; at least one line was expected.</source>
        <translation>%1 中没有可导入的笔迹；应至少有一行。</translation>
    </message>
    <message>
        <source>Nothing is to be seen in the picture %1; a digit darker or lighter than what is around it was expected.</source>
        <translation>图片 %1 中什么也看不到；应有一个比周围更深或更浅的数字。</translation>
    </message>
    <message>
        <source>%1, line %2: is &quot;%3&quot;; &quot;%4&quot; is expected</source>
        <translation>%1，第 %2 行：是“%3”；应为“%4”</translation>
    </message>
    <message>
        <source>%1, line %2: is step %3; one after step %4 is expected</source>
        <translation>%1，第 %2 行：是第 %3 步；应在第 %4 步之后</translation>
    </message>
    <message>
        <source>%1, line %2: step %3 does not fit epoch %4; an epoch of %5 steps is expected</source>
        <translation>%1，第 %2 行：第 %3 步与第 %4 轮不符；每轮应为 %5 步</translation>
    </message>
    <message>
        <source>%1, line %2: has %3 cells; %4 are expected</source>
        <translation>%1，第 %2 行：有 %3 个单元格；应为 %4 个</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; stands there; a whole number from 1 to %4 is expected</source>
        <translation>%1，第 %2 行：内容是“%3”；应为 1 到 %4 的整数</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; stands there; a number is expected</source>
        <translation>%1，第 %2 行：内容是“%3”；应为数字</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; stands there; an accuracy from 0 to 1 is expected</source>
        <translation>%1，第 %2 行：内容是“%3”；应为 0 到 1 的准确率</translation>
    </message>
    <message>
        <source>The run in %1 cannot be deleted: it is under way; one that has ended is expected.</source>
        <translation>无法删除 %1 中的运行：它正在进行；应为已结束的运行。</translation>
    </message>
    <message>
        <source>The run in %1 cannot be deleted: %2.</source>
        <translation>无法删除 %1 中的运行：%2。</translation>
    </message>
</context>
<context>
    <name>digitlab::Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen.</source>
        <translation>用鼠标、手指或触控笔在此写一个数字。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
</context>
<context>
    <name>digitlab::ChartExport</name>
    <message>
        <source>Export the charts</source>
        <translation>导出图表</translation>
    </message>
</context>
<context>
    <name>digitlab::ChartRuns</name>
    <message>
        <source>run %1 · %2</source>
        <translation>运行 %1 · %2</translation>
    </message>
</context>
<context>
    <name>digitlab::Choice</name>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>step</source>
        <translation>阶梯衰减</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦退火</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logits</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>digitlab::ColorLegend</name>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>digitlab::ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Rows are digits, columns what they were read as. Choose one by the arrow keys.</source>
        <translation>行是真实数字，列是识别结果。用方向键选择一格。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 read</source>
        <translation>%1：%3 个中读对 %2 个</translation>
    </message>
    <message>
        <source>%1 read as %2: %3 of %4</source>
        <translation>%1 读成 %2：%4 个中有 %3 个</translation>
    </message>
    <message>
        <source>% read</source>
        <translation>正确 %</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>is</source>
        <comment>a digit</comment>
        <translation>真</translation>
    </message>
</context>
<context>
    <name>digitlab::CorrectionRow</name>
    <message>
        <source>Say which digit it was, and keep it</source>
        <translation>指出写的是哪个数字并保留</translation>
    </message>
    <message>
        <source>It was a %1: keep it in my digits</source>
        <translation>写的是 %1：保留到“我的数字”</translation>
    </message>
    <message>
        <source>Do not keep it</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Take the drawing out of my digits again (%1)</source>
        <translation>把这个笔迹从“我的数字”中取回（%1）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>It was a</source>
        <translation>写的其实是</translation>
    </message>
    <message>
        <source>Kept as a %1 · %2 in my digits</source>
        <translation>已按 %1 保留 · “我的数字”共 %2 个</translation>
    </message>
    <message>
        <source>A picture cannot be kept</source>
        <translation>图片无法保留</translation>
    </message>
</context>
<context>
    <name>digitlab::DigitExport</name>
    <message>
        <source>Export my digits</source>
        <translation>导出我的数字</translation>
    </message>
    <message>
        <source>Export my digits as two IDX files into a folder</source>
        <translation>将我的数字导出为文件夹中的两个 IDX 文件</translation>
    </message>
    <message>
        <source>Stroke files (*.jsonl)</source>
        <translation>笔迹文件 (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>digitlab::DigitListModel</name>
    <message>
        <source>Kept as a %1</source>
        <translation>按 %1 保留</translation>
    </message>
    <message>
        <source>Kept as no digit</source>
        <translation>按“非数字”保留</translation>
    </message>
</context>
<context>
    <name>digitlab::DrawPanel</name>
    <message>
        <source>Not sure</source>
        <translation>无法确定</translation>
    </message>
    <message>
        <source>&lt;b&gt;It is a %1&lt;/b&gt;, perhaps %2</source>
        <translation>&lt;b&gt;这是 %1&lt;/b&gt;，也可能是 %2</translation>
    </message>
    <message>
        <source>&lt;b&gt;It is a %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;这是 %1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Thinner pen</source>
        <translation>笔画变细</translation>
    </message>
    <message>
        <source>Thicker pen</source>
        <translation>笔画变粗</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The engine is still loading</source>
        <translation>引擎正在加载</translation>
    </message>
    <message>
        <source>What you draw now is read as soon as it is there.</source>
        <translation>现在写下的内容会在加载完成后立即识别。</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>The answer comes while you draw.</source>
        <translation>边写边识别。</translation>
    </message>
    <message>
        <source>The engine could not be loaded</source>
        <translation>引擎加载失败</translation>
    </message>
    <message>
        <source>Steps are left out</source>
        <translation>有步骤未执行</translation>
    </message>
    <message>
        <source>&lt;b&gt;Two digits?&lt;/b&gt; One at a time is read</source>
        <translation>&lt;b&gt;两个数字？&lt;/b&gt;一次只读一个</translation>
    </message>
    <message>
        <source>&lt;b&gt;Not a digit&lt;/b&gt;</source>
        <translation>&lt;b&gt;不是数字&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>digitlab::FeedPreview</name>
    <message>
        <source>What the network is fed</source>
        <translation>送入网络的图像</translation>
    </message>
    <message>
        <source>Examples of training images with these settings; press for others</source>
        <translation>按当前设置生成的训练图像示例；点按可换一批</translation>
    </message>
    <message>
        <source>Learned as no digit.</source>
        <translation>作为非数字学习。</translation>
    </message>
    <message>
        <source>Press for others.</source>
        <translation>点按换一批。</translation>
    </message>
    <message>
        <source>Learned as %1.</source>
        <translation>作为 %1 学习。</translation>
    </message>
</context>
<context>
    <name>digitlab::FieldEditor</name>
    <message>
        <source>%1 (not available)</source>
        <translation>%1（不可用）</translation>
    </message>
</context>
<context>
    <name>digitlab::FieldSection</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Folds this group away or shows it</source>
        <translation>折叠或展开此组</translation>
    </message>
</context>
<context>
    <name>digitlab::InkStrip</name>
    <message>
        <source>box</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Crop to the ink&apos;s box</source>
        <translation>裁剪到笔迹的外框</translation>
    </message>
    <message>
        <source>MNIST&apos;s images hold a digit and nothing else: where and how far from other things somebody writes must not count.</source>
        <translation>MNIST 的图像里只有一个数字：写在什么位置、离别的东西多远，都不该有影响。</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Scale the longer side to 20 pixels</source>
        <translation>把长边缩放到 20 像素</translation>
    </message>
    <message>
        <source>Every digit of MNIST is 20 pixels long: a network that never saw another size does not know one.</source>
        <translation>MNIST 的每个数字长边都是 20 像素：从未见过其他大小的网络认不出它们。</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Centre the ink&apos;s mass</source>
        <translation>让笔迹的质心居中</translation>
    </message>
    <message>
        <source>MNIST&apos;s digits have their centre of mass in the middle, and the dense layers learned what they saw at each place.</source>
        <translation>MNIST 数字的质心都在正中，全连接层学到的正是各个位置上看到的内容。</translation>
    </message>
    <message>
        <source>pen</source>
        <translation>笔宽</translation>
    </message>
    <message>
        <source>Normalise the pen</source>
        <translation>统一笔宽</translation>
    </message>
    <message>
        <source>MNIST&apos;s strokes are some 2.6 pixels wide and its brightest pixels 255, whatever pen one draws with.</source>
        <translation>无论用多粗的笔书写，MNIST 的笔画都约宽 2.6 像素，最亮的像素为 255。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>The ink as it was drawn</source>
        <translation>画下的原始笔迹</translation>
    </message>
    <message>
        <source>The whole canvas, reduced to 28×28 pixels. Each image to the right is one step nearer to MNIST&apos;s; click one to leave its step out.</source>
        <translation>整个画布缩小到 28×28 像素。右边的图像一步步接近 MNIST；点击某一幅可跳过对应的步骤。</translation>
    </message>
    <message>
        <source>All steps on</source>
        <translation>恢复全部步骤</translation>
    </message>
    <message>
        <source>Read the ink as MNIST&apos;s images were made</source>
        <translation>按 MNIST 图像的制作方式处理笔迹</translation>
    </message>
</context>
<context>
    <name>digitlab::InsideView</name>
    <message>
        <source>Here you will see what each layer makes of what you draw</source>
        <translation>这里将显示每一层从您写的数字中提取的内容</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>无法确定</translation>
    </message>
    <message>
        <source>perhaps %1</source>
        <translation>也可能是 %1</translation>
    </message>
    <message>
        <source>Look inside the network</source>
        <translation>查看网络内部</translation>
    </message>
    <message>
        <source>The maps of each layer. The arrow keys move from map to map, Enter enlarges one.</source>
        <translation>各层的特征图。方向键在特征图之间移动，回车键放大所选的一幅。</translation>
    </message>
    <message>
        <source>%1, channel %2 of %3</source>
        <translation>%1，通道 %2/%3</translation>
    </message>
    <message>
        <source>from %1 to %2; colours from %3 to %4, as in the whole layer</source>
        <translation>取值从 %1 到 %2；配色范围按整层取 %3 到 %4</translation>
    </message>
    <message>
        <source>%1, unit %2 of %3</source>
        <translation>%1，单元 %2/%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Draw a digit to see what each layer makes of it.</source>
        <translation>写一个数字，即可看到每一层从中提取的内容。</translation>
    </message>
    <message>
        <source>not a digit</source>
        <translation>不是数字</translation>
    </message>
</context>
<context>
    <name>digitlab::KernelView</name>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>for channel %1 of the layer before: %2</source>
        <translation>对应上一层的通道 %1：%2</translation>
    </message>
</context>
<context>
    <name>digitlab::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>digitlab::LayerTable</name>
    <message>
        <source>conv %1→%2, %3×%3</source>
        <translation>卷积 %1→%2，%3×%3</translation>
    </message>
    <message>
        <source>max pool %1</source>
        <translation>最大池化 %1</translation>
    </message>
    <message>
        <source>dense %1→%2</source>
        <translation>全连接 %1→%2</translation>
    </message>
    <message>
        <source>dropout %1</source>
        <translation>Dropout %1</translation>
    </message>
    <message>
        <source>ReLU, softmax</source>
        <translation>ReLU、softmax</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>网络各层</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数总数</translation>
    </message>
</context>
<context>
    <name>digitlab::LegendEntry</name>
    <message>
        <source>Show run %1</source>
        <translation>显示运行 %1</translation>
    </message>
    <message>
        <source>%1. Click to hide or show it; right-click to rename or remove it.</source>
        <translation>%1。单击可隐藏或显示；右键单击可重命名或移除。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove from the charts</source>
        <translation>从图表中移除</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>运行名称</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>digitlab::MainWindow</name>
    <message>
        <source>Recent models</source>
        <translation>最近的模型</translation>
    </message>
    <message>
        <source>Digit Lab</source>
        <translation>Digit Lab</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>A fresh, untrained network of the settings</source>
        <translation>按当前设置新建一个未训练的网络</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>打开模型文件</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the model in another file</source>
        <translation>将模型保存为另一个文件</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a fresh network with these settings</source>
        <translation>用当前设置从头训练一个网络</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Train one batch more, then wait again</source>
        <translation>再训练一个批次，然后继续等待</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop, and keep what was learned</source>
        <translation>停止训练，保留已学到的内容</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>About Digit Lab</source>
        <translation>关于 Digit Lab</translation>
    </message>
    <message>
        <source>Version, licence and libraries</source>
        <translation>版本、许可证与所用的库</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close Digit Lab</source>
        <translation>关闭 Digit Lab</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Recent models, appearance, keys</source>
        <translation>最近的模型、外观、快捷键</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Models that you open or save are listed here</source>
        <translation>打开或保存过的模型会列在这里</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Look through the digits that you kept</source>
        <translation>浏览您保留的数字</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教它</translation>
    </message>
    <message>
        <source>Teach the model in use the digits that you kept</source>
        <translation>用您保留的数字教当前模型</translation>
    </message>
    <message>
        <source>Undo teaching</source>
        <translation>撤销教学</translation>
    </message>
    <message>
        <source>Go back to the model before it was taught</source>
        <translation>回到教之前的模型</translation>
    </message>
    <message>
        <source>Resume run …</source>
        <translation>恢复已停止的运行…</translation>
    </message>
    <message>
        <source>Go on with a run that was stopped</source>
        <translation>恢复一次已停止的运行</translation>
    </message>
    <message>
        <source>A setting cannot work: what is marked red in the panel says why</source>
        <translation>有一项设置不可行：面板中标红处说明了原因</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Read the curves</source>
        <translation>读取曲线</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Rename a run of the legend</source>
        <translation>重命名图例中的训练</translation>
    </message>
    <message>
        <source>Remove a run of the legend</source>
        <translation>移除图例中的训练</translation>
    </message>
    <message>
        <source>Enlarged map</source>
        <translation>放大的特征图</translation>
    </message>
    <message>
        <source>Another channel</source>
        <translation>换一个通道</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>绘图</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>See loss and accuracy of each run</source>
        <translation>查看每次运行的损失和准确率</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>See what the model in use takes for something else</source>
        <translation>查看当前模型认错了哪些数字</translation>
    </message>
    <message>
        <source>Open picture …</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Read a digit from a picture file; or drop the file here</source>
        <translation>从图片文件读取数字；也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>Another cell</source>
        <translation>另一格</translation>
    </message>
    <message>
        <source>All cells</source>
        <translation>全部格子</translation>
    </message>
    <message>
        <source>To the canvas</source>
        <translation>放到画布</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Compare the runs that are kept, and use them again</source>
        <translation>比较保留的各次运行，并再次使用它们</translation>
    </message>
    <message>
        <source>My settings</source>
        <translation>恢复我的设置</translation>
    </message>
    <message>
        <source>Bring back the settings that were replaced</source>
        <translation>恢复被替换的设置</translation>
    </message>
</context>
<context>
    <name>digitlab::MapDetail</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt;, channel %2 of %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;，通道 %2/%3</translation>
    </message>
    <message>
        <source>%1, channel %2 of %3</source>
        <translation>%1，通道 %2/%3</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>no kernel</source>
        <translation>没有卷积核</translation>
    </message>
    <message>
        <source>Pooling learns nothing: it keeps the highest value of each %1×%1 square.</source>
        <translation>池化层没有可学习的参数：它只保留每个 %1×%1 方块中的最大值。</translation>
    </message>
    <message>
        <source>kernel %1×%1</source>
        <translation>卷积核 %1×%1</translation>
    </message>
    <message>
        <source>%1 kernels %2×%2</source>
        <translation>%1 个 %2×%2 卷积核</translation>
    </message>
    <message>
        <source>One for each channel of the layer before.</source>
        <translation>上一层的每个通道各对应一个。</translation>
    </message>
    <message>
        <source>bias %1</source>
        <translation>偏置 %1</translation>
    </message>
    <message>
        <source>row %1, column %2:
%3</source>
        <translation>第 %1 行，第 %2 列：
%3</translation>
    </message>
    <message>
        <source>Draw a digit to see its map.</source>
        <translation>写一个数字即可看到它的特征图。</translation>
    </message>
    <message>
        <source>Point at a cell of the map to see where it looks.</source>
        <translation>将鼠标移到特征图的某一格，即可看到它对应的输入区域。</translation>
    </message>
    <message>
        <source>Enlarged map</source>
        <translation>放大的特征图</translation>
    </message>
    <message>
        <source>Previous channel</source>
        <translation>上一个通道</translation>
    </message>
    <message>
        <source>Next channel</source>
        <translation>下一个通道</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的图像</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>map</source>
        <translation>特征图</translation>
    </message>
</context>
<context>
    <name>digitlab::MistakeListModel</name>
    <message>
        <source>Image %1: a %2, read as a %3 (%4 %)</source>
        <translation>第 %1 张：%2，读成 %3（%4 %）</translation>
    </message>
</context>
<context>
    <name>digitlab::MistakesController</name>
    <message>
        <source>The engine is still loading</source>
        <translation>引擎正在加载</translation>
    </message>
    <message>
        <source>%1 reads the test images …</source>
        <translation>%1 正在读测试图像…</translation>
    </message>
    <message>
        <source>MNIST&apos;s test images</source>
        <translation>MNIST 测试图像</translation>
    </message>
    <message>
        <source>drawn digits</source>
        <translation>程序绘制的数字</translation>
    </message>
    <message>
        <source>%1: %2 % read</source>
        <translation>%1：读对 %2 %</translation>
    </message>
</context>
<context>
    <name>digitlab::MistakesView</name>
    <message>
        <source>To the canvas</source>
        <translation>放到画布</translation>
    </message>
    <message>
        <source>Misread digits</source>
        <translation>读错的数字</translation>
    </message>
    <message>
        <source>See the selected image on the canvas, and draw on it (Return, or a double click)</source>
        <translation>在画布上查看所选图像，并可在其上书写（回车或双击）</translation>
    </message>
    <message>
        <source>%1 of %2 misread, the most certain first</source>
        <translation>%2 张中读错 %1 张，最有把握的在前</translation>
    </message>
    <message>
        <source>%1 misread: %2</source>
        <translation>%1 读错：%2 张</translation>
    </message>
    <message>
        <source>%1 read as %2: %3</source>
        <translation>%1 读成 %2：%3 张</translation>
    </message>
</context>
<context>
    <name>digitlab::ModelDocument</name>
    <message>
        <source>built-in model</source>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>untrained %1</source>
        <translation>未训练的 %1</translation>
    </message>
    <message>
        <source>%1, taught</source>
        <translation>%1（已教）</translation>
    </message>
</context>
<context>
    <name>digitlab::ModelFiles</name>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors);;All files (*)</source>
        <translation>模型文件 (*.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>Unsaved model</source>
        <translation>模型未保存</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; is not saved.</source>
        <translation>模型“%1”尚未保存。</translation>
    </message>
    <message>
        <source>It is in no file yet, and would be lost.</source>
        <translation>它还没有存入任何文件，将会丢失。</translation>
    </message>
    <message>
        <source>Without saving it stays only in the folder of its run.</source>
        <translation>如不保存，它只保留在本次运行的文件夹中。</translation>
    </message>
</context>
<context>
    <name>digitlab::MyDigitsBrowser</name>
    <message>
        <source>Another program has changed these digits; here they are as they are now. Please choose again.</source>
        <translation>另一个程序改动了这些数字；现在显示的是最新内容。请重新选择。</translation>
    </message>
    <message>
        <source>Import digits</source>
        <translation>导入数字</translation>
    </message>
    <message>
        <source>Stroke files (*.jsonl);;All files (*)</source>
        <translation>笔迹文件 (*.jsonl);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>digitlab::MyDigitsController</name>
    <message>
        <source>Not taught: the accuracy on %1 would fall from %2 % to %3 %, by more than a tenth of a point. The model is as it was.</source>
        <translation>没有教成：%1 的准确率会从 %2 % 降到 %3 %，降幅超过 0.1 个百分点。模型保持原样。</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>drawn digits</source>
        <translation>程序绘制的数字</translation>
    </message>
    <message>
        <source>Not taught: the lesson brought nothing. My digits: %1 of %2 read before, %3 after it · %4: %5 % before, %6 % after it. The model is as it was.</source>
        <translation>未教会：这一课没有带来改进。我的数字：%2 个中之前认对 %1 个，之后 %3 个 · %4：之前 %5%，之后 %6%。模型保持原样。</translation>
    </message>
    <message>
        <source>Taught. My digits: %1 of %2 read before, %3 now · %4: %5 % before, %6 % now</source>
        <translation>已教会。我的数字：%2 个中之前认对 %1 个，现在 %3 个 · %4：之前 %5%，现在 %6%</translation>
    </message>
</context>
<context>
    <name>digitlab::MyDigitsDialog</name>
    <message>
        <source>Say what the selected digits are</source>
        <translation>指出所选的是哪个数字</translation>
    </message>
    <message>
        <source>The selected are: %1</source>
        <translation>所选的是：%1</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Draw a digit and say under its bars what it was: it comes here.</source>
        <translation>还没有保留任何数字。写一个数字，在概率条下方指出它是什么，它就会出现在这里。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Stroke file …</source>
        <translation>笔迹文件…</translation>
    </message>
    <message>
        <source>IDX files …</source>
        <translation>IDX 文件…</translation>
    </message>
    <message>
        <source>Picture of all …</source>
        <translation>全部的图片…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export all of them: what was drawn, or as the network sees it</source>
        <translation>导出全部：原始笔迹，或网络所见的样子</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>共保留 %1 个</translation>
    </message>
    <message>
        <source>%1 kept · %2 selected:</source>
        <translation>共保留 %1 个 · 所选的 %2 个是</translation>
    </message>
</context>
<context>
    <name>digitlab::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>digitlab::PenWidth</name>
    <message>
        <source>Pen width</source>
        <translation>笔画粗细</translation>
    </message>
</context>
<context>
    <name>digitlab::PictureFiles</name>
    <message>
        <source>Open a picture of a digit</source>
        <translation>打开数字图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp);;All files (*)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.gif *.webp);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>digitlab::ProbabilityBars</name>
    <message>
        <source>Probability of each digit</source>
        <translation>各数字的概率</translation>
    </message>
    <message>
        <source>How likely each digit is, in percent</source>
        <translation>每个数字的可能性（百分比）</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>%1 with %2 percent, then %3 with %4 percent</source>
        <translation>%1 的概率为百分之 %2，其次是 %3，概率为百分之 %4</translation>
    </message>
    <message>
        <source>%1 with %2 percent</source>
        <translation>%1 的概率为百分之 %2</translation>
    </message>
    <message>
        <source>Not a digit; of digits %1</source>
        <translation>不是数字；若按数字看则为 %1</translation>
    </message>
</context>
<context>
    <name>digitlab::ResumeDialog</name>
    <message>
        <source>Resume a run</source>
        <translation>恢复一次运行</translation>
    </message>
    <message>
        <source>Checkpoints (checkpoint.safetensors)</source>
        <translation>检查点 (checkpoint.safetensors)</translation>
    </message>
</context>
<context>
    <name>digitlab::RunBar</name>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Preparing the data …</source>
        <translation>正在准备数据…</translation>
    </message>
    <message>
        <source>epoch %1 of %2 · %3 / %4 · %5 images/s · %6 left</source>
        <translation>第 %1/%2 轮 · %3 / %4 · %5 张/秒 · 剩余 %6</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>已暂停 · %1</translation>
    </message>
    <message>
        <source>Scoring what was learned …</source>
        <translation>正在评估学到的内容……</translation>
    </message>
    <message>
        <source>Stopping, and scoring what was learned …</source>
        <translation>正在停止，并评估已学到的模型…</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>teaching · %1 %</source>
        <translation>正在教 · %1 %</translation>
    </message>
</context>
<context>
    <name>digitlab::RunChart</name>
    <message>
        <source>Arrow keys move, plus and minus zoom, the wheel zooms.</source>
        <translation>方向键平移，加减键或滚轮缩放。</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>val. %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>轮次 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>digitlab::RunLegend</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>digitlab::RunRecord</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>digitlab::RunTableModel</name>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>The preset, and what was changed of it</source>
        <translation>预设，以及对它所做的改动</translation>
    </message>
    <message>
        <source>Epochs that were trained, of those that were asked for</source>
        <translation>已训练的轮数，以及要求的轮数</translation>
    </message>
    <message>
        <source>Accuracy on the images that were held out of the training set</source>
        <translation>在从训练集中留出的图像上的准确率</translation>
    </message>
    <message>
        <source>Accuracy on the test set</source>
        <translation>在测试集上的准确率</translation>
    </message>
    <message>
        <source>Numbers that the network learned</source>
        <translation>网络学到的数值个数</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The best of these runs</source>
        <translation>这些运行中最好的一个</translation>
    </message>
</context>
<context>
    <name>digitlab::RunsController</name>
    <message>
        <source>Delete runs</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>The trash does not take what you want to delete. Delete it for good?</source>
        <translation>回收站无法接收要删除的内容。要永久删除吗？</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 次运行</translation>
    </message>
    <message>
        <source>Moved to the trash: %1</source>
        <translation>已移到回收站：%1</translation>
    </message>
</context>
<context>
    <name>digitlab::RunsView</name>
    <message>
        <source>Kept runs</source>
        <translation>保留的运行</translation>
    </message>
    <message>
        <source>Press Train: each run is kept, and listed here to be compared and used again.</source>
        <translation>按“训练”：每次运行都会保留并列在这里，可以比较和再次使用。</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Use the model that this run has trained</source>
        <translation>使用这次运行训练出的模型</translation>
    </message>
    <message>
        <source>Use settings</source>
        <translation>使用设置</translation>
    </message>
    <message>
        <source>Put the settings of this run into the panel</source>
        <translation>把这次运行的设置放进面板</translation>
    </message>
    <message>
        <source>Show curves</source>
        <translation>显示曲线</translation>
    </message>
    <message>
        <source>Show loss and accuracy of these runs in the charts</source>
        <translation>在图表中显示这些运行的损失和准确率</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Go on with this run where it was stopped</source>
        <translation>从停止处恢复这次运行</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move these runs to the trash</source>
        <translation>把这些运行移到回收站</translation>
    </message>
</context>
<context>
    <name>digitlab::SettingsPanel</name>
    <message>
        <source>Reset to the defaults of %1</source>
        <translation>恢复 %1 的默认值</translation>
    </message>
    <message>
        <source>Conv %1</source>
        <translation>卷积 %1</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>核</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Not a whole number; expected one from %1 to %2</source>
        <translation>不是整数；应为 %1 到 %2 之间的整数</translation>
    </message>
    <message>
        <source>Not a number; expected one from %1 to %2</source>
        <translation>不是数字；应为 %1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>No layers: %1.</source>
        <translation>无法构建各层：%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 in the preset &quot;%2&quot;</source>
        <translation>预设“%2”中为 %1</translation>
    </message>
</context>
<context>
    <name>digitlab::StatusLine</name>
    <message>
        <source>loading the engine …</source>
        <translation>正在加载引擎…</translation>
    </message>
    <message>
        <source>test accuracy %1 %</source>
        <translation>测试准确率 %1%</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>尚未评估</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>ink to answer %1 ms</source>
        <translation>落笔到结果 %1 毫秒</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>digitlab::StoppedRunsDialog</name>
    <message>
        <source>Looking for stopped runs …</source>
        <translation>正在查找已停止的运行…</translation>
    </message>
    <message>
        <source>Resume a run</source>
        <translation>恢复一次运行</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止时间</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Stopped runs</source>
        <translation>已停止的运行</translation>
    </message>
    <message>
        <source>Other …</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Choose the checkpoint of a run somewhere else</source>
        <translation>选择其他位置的检查点</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>No run waits to be resumed. Stop one before its last epoch is over, and it is listed here.</source>
        <translation>没有可以继续的运行。在最后一轮结束之前停止的运行会列在这里。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>digitlab::TrainingCharts</name>
    <message>
        <source>Smoothing %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>Press Train: loss and accuracy appear here while the network learns.</source>
        <translation>点击“训练”：网络学习时，损失和准确率会显示在这里。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show everything (F, or a double click in a chart)</source>
        <translation>在图表中显示全部数据（F 键，或双击图表）</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic scale (L)</source>
        <translation>用对数坐标显示损失（L 键）</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How much of the batches before goes into the thick line (exponential moving average)</source>
        <translation>粗线中此前批次所占的比重（指数移动平均）</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片 (PNG)…</translation>
    </message>
    <message>
        <source>Vector picture (PDF)…</source>
        <translation>矢量图 (PDF)…</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>数据 (CSV)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the charts</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Save the charts or their numbers (Ctrl+Shift+E)</source>
        <translation>保存图表或其数据 (Ctrl+Shift+E)</translation>
    </message>
</context>
<context>
    <name>digitlab::TrainingController</name>
    <message>
        <source>%1, in training</source>
        <translation>%1，训练中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>finished · test accuracy %1 %</source>
        <translation>已完成 · 测试准确率 %1%</translation>
    </message>
    <message>
        <source>stopped · test accuracy %1 %</source>
        <translation>已停止 · 测试准确率 %1%</translation>
    </message>
    <message>
        <source>MNIST is not in %1, so this run learns from digits that Digit Lab draws itself. ./run fetches MNIST.</source>
        <translation>%1 中没有 MNIST，因此这次训练使用 Digit Lab 自己画的数字。./run 可以下载 MNIST。</translation>
    </message>
</context>
<context>
    <name>digitlab::WindowController</name>
    <message>
        <source>CPU, %1</source>
        <translation>CPU，%1</translation>
    </message>
    <message>
        <source>Training runs on the reference BLAS, which is some ten times slower than OpenBLAS. Install the package libopenblas0-openmp.</source>
        <translation>训练使用的是参考版 BLAS，速度约为 OpenBLAS 的十分之一。请安装软件包 libopenblas0-openmp。</translation>
    </message>
    <message>
        <source>no engine</source>
        <translation>无引擎</translation>
    </message>
    <message>
        <source>%1 (unsaved)</source>
        <translation>%1（未保存）</translation>
    </message>
    <message>
        <source>Training is under way</source>
        <translation>训练正在进行</translation>
    </message>
    <message>
        <source>Stop the training and close Digit Lab?</source>
        <translation>要停止训练并关闭 Digit Lab 吗？</translation>
    </message>
    <message>
        <source>A model that is being taught stays as it was.</source>
        <translation>正在教的模型保持原样。</translation>
    </message>
    <message>
        <source>What was learned so far is kept among your runs:
%1</source>
        <translation>目前已学到的内容会保留在你的运行记录中：
%1</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>About Digit Lab</source>
        <translation>关于 Digit Lab</translation>
    </message>
    <message>
        <source>Digit Lab %1</source>
        <translation>Digit Lab %1</translation>
    </message>
    <message>
        <source>A laboratory for handwritten digits. Free software under the GNU General Public License, version 3 or later.

Qt %1, QCustomPlot, LibTorch.

Data: %2</source>
        <translation>手写数字识别实验室。自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。

Qt %1、QCustomPlot、LibTorch。

数据：%2</translation>
    </message>
    <message>
        <source>The settings are now those of the model or run.</source>
        <translation>设置已换成该模型或该次运行的设置。</translation>
    </message>
    <message>
        <source>The engine could not be loaded</source>
        <translation>引擎无法加载</translation>
    </message>
</context>
</TS>
