using MesoPen.Protocol;

namespace MesoPen.Host.Connection;

/// <summary>A request answered by a <typeparamref name="TReply"/>.</summary>
/// <param name="header">Its header.</param>
/// <param name="accept">Says of a reply whether it answers this request; null if sequence number and type suffice.</param>
internal sealed class PendingRequestOf<TReply>(FrameHeader header, Func<TReply, bool>? accept) : PendingRequest(header)
    where TReply : struct, IMessage<TReply>
{
    // Continuations run where the answer is taken: on the loop.
    private readonly TaskCompletionSource<TReply> _answer = new();
    private TReply _reply;
    private string? _failure;

    public override Task Answered => _answer.Task;

    public Task<TReply> Reply => _answer.Task;

    public override bool TryTake(ReadOnlySpan<byte> payload)
    {
        if (TReply.TryRead(payload, out _reply, out _))
        {
            return accept is null || accept(_reply);
        }

        _failure = PrefixReply.TryRead(payload, out PrefixReply prefix, out _) && prefix.Prefix.Result == Result.Unknown
            ? $"The device does not know the request {Header.Type}: update its firmware."
            : $"The device's reply to {Header.Type} is cut short: its firmware does not keep to the protocol.";
        return true;
    }

    public override void Complete()
    {
        if (_failure is null)
        {
            _answer.TrySetResult(_reply);
        }
        else
        {
            Fail(_failure);
        }
    }

    public override void Fail(string reason) => _answer.TrySetException(new RequestFailedException(reason));
}
