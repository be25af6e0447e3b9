namespace Tupa.Kernel;

/// <summary>An id that knows whose id it is. The value is a UUIDv7, so ids sort by the time they were made.</summary>
public interface IId<TSelf> : IComparable<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}
