using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tupa.Kernel;

/// <summary>Ids are 16 big-endian bytes on SQLite (half of text, and they still sort by time) and uuid on PostgreSQL.</summary>
internal static class IdConversion
{
    public static Type For(Type id, bool embedded) =>
        (embedded ? typeof(ToBytes<>) : typeof(ToGuid<>)).MakeGenericType(id);

    private static TId Make<TId>(Guid value) where TId : struct, IId<TId> => TId.From(value);

    private sealed class ToBytes<TId>() : ValueConverter<TId, byte[]>(
        id => id.Value.ToByteArray(true), bytes => Make<TId>(new Guid(bytes, true)))
        where TId : struct, IId<TId>;

    private sealed class ToGuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make<TId>(value))
        where TId : struct, IId<TId>;
}

/// <summary>A plain Guid (a token, a cause, a thing of any room) is stored like a typed id.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(
    value => value.ToByteArray(true), bytes => new Guid(bytes, true));
