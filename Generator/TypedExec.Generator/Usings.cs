global using TypedExec.CommandLines.Declared;
global using TypedExec.CommandLines.Model;
global using TypedExec.CommandLines.Planning;
global using TypedExec.CommandLines.Text;
