using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>A compiled query belongs to the model it was compiled with; a process that opens both databases has two.</summary>
internal sealed class PerModel<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    public TQuery For(TupaDb db) => _compiled.GetValue(db.Model, _ => compile());
}
