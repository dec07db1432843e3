using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace MesoPen.Benchmarks;

/// <summary>
/// A protobuf message by hand, in the shape that protoc generates since 3.15 (there is no protoc here): raw tags, default values left out,
/// unknown fields kept, reading and writing by <see cref="IBufferMessage"/>, which is the library's fastest way.
/// </summary>
internal abstract class ProtoFrame<T> : IMessage<T>, IBufferMessage
    where T : ProtoFrame<T>
{
    MessageDescriptor IMessage.Descriptor => throw new NotSupportedException("Messages written by hand have no descriptor; encoding needs none.");

    protected UnknownFieldSet? UnknownFields { get; private set; }

    public abstract int CalculateSize();

    public abstract void InternalWriteTo(ref WriteContext output);

    public abstract void InternalMergeFrom(ref ParseContext input);

    public void WriteTo(CodedOutputStream output) => output.WriteRawMessage(this);

    public void MergeFrom(CodedInputStream input) => input.ReadRawMessage(this);

    public void MergeFrom(T message) => this.MergeFrom(message.ToByteArray());

    public T Clone()
    {
        T copy = Activator.CreateInstance<T>();
        copy.MergeFrom((T)this);
        return copy;
    }

    public bool Equals(T? other) => other is not null && this.ToByteString().Equals(other.ToByteString());

    public sealed override bool Equals(object? obj) => Equals(obj as T);

    public sealed override int GetHashCode() => this.ToByteString().GetHashCode();

    protected void KeepUnknown(ref ParseContext input) => UnknownFields = UnknownFieldSet.MergeFieldFrom(UnknownFields, ref input);
}
